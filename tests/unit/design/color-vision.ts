import { type Oklch, type Rgb, toLinearRgb, toOklab } from "@/lib/design/oklch";

type Matrix = readonly [Rgb, Rgb, Rgb];

/** Machado, Oliveira and Fernandes (2009), severity 1, for linear sRGB. */
const DEFICIENCIES: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function dot(row: Rgb, color: Rgb): number {
  return row[0] * color[0] + row[1] * color[1] + row[2] * color[2];
}

function linearToOklab(color: Rgb): Rgb {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], color));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], color));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], color));
  const cones: Rgb = [l, m, s];
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ];
}

function seenWith(matrix: Matrix, color: Oklch): Rgb {
  const linear = toLinearRgb(color);
  const seen = matrix.map((row) => Math.min(1, Math.max(0, dot(row, linear))));
  return linearToOklab(seen as unknown as Rgb);
}

function distance(first: Rgb, second: Rgb): number {
  return 100 * Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

function smallestGap(points: readonly Rgb[]): number {
  const gaps = points.flatMap((point, index) => points.slice(index + 1).map((other) => distance(point, other)));
  return Math.min(...gaps);
}

/** Smallest OKLab distance × 100 between any two colours, in ordinary and in three kinds of deficient vision. */
export function smallestDistance(colors: readonly Oklch[]): number {
  const simulated = Object.values(DEFICIENCIES).map((matrix) => colors.map((color) => seenWith(matrix, color)));
  return Math.min(...[colors.map(toOklab), ...simulated].map(smallestGap));
}
