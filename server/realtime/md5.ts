const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));

function padded(bytes: Uint8Array): DataView {
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >>> 6) + 1) * 64));
  for (const [index, byte] of bytes.entries()) view.setUint8(index, byte);
  view.setUint8(bytes.length, 0x80);
  view.setUint32(view.byteLength - 8, bytes.length << 3, true);
  view.setUint32(view.byteLength - 4, Math.floor(bytes.length / 2 ** 29), true);
  return view;
}

function mix(round: number, b: number, c: number, d: number): { f: number; word: number } {
  if (round < 16) return { f: (b & c) | (~b & d), word: round };
  if (round < 32) return { f: (d & b) | (~d & c), word: (5 * round + 1) % 16 };
  if (round < 48) return { f: b ^ c ^ d, word: (3 * round + 5) % 16 };
  return { f: c ^ (b | ~d), word: (7 * round) % 16 };
}

/**
 * MD5 (RFC 1321), lower-case hex. Pusher's HTTP API demands it as a body checksum and Web Crypto, all that edge routes
 * have, does not offer it. Never used for security.
 */
export function md5(text: string): string {
  const view = padded(new TextEncoder().encode(text));
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as [number, number, number, number];
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a, b, c, d] = state;
    for (let round = 0; round < 64; round += 1) {
      const { f, word } = mix(round, b, c, d);
      const shift = SHIFTS[(round >>> 4) * 4 + (round % 4)] ?? 0;
      const sum = (a + f + (SINES[round] ?? 0) + view.getUint32(block + word * 4, true)) | 0;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    state = [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
  }
  const out = new DataView(new ArrayBuffer(16));
  for (const [index, word] of state.entries()) out.setUint32(index * 4, word, true);
  return Array.from(new Uint8Array(out.buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
