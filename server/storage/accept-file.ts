import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { ServiceError } from "@/server/errors";

/** A file that passed: what it really is, and its bytes without metadata. */
export type AcceptedFile = { type: string; bytes: Uint8Array };

export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;
const PIXEL_LIMIT = 40_000_000;
const IMAGES = new Map<string, "jpeg" | "png" | "webp">([
  ["image/jpeg", "jpeg"],
  ["image/png", "png"],
  ["image/webp", "webp"],
]);
const DOCUMENTS = new Set([
  "application/pdf",
  "image/gif",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/zip",
  "video/mp4",
  "audio/mpeg",
]);

const refused = () => new ServiceError("unsupported", "file_type_refused");

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    const head = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimStart().slice(0, 200).toLowerCase();
    return !head.startsWith("<") && !head.startsWith("%!");
  } catch {
    return false;
  }
}

async function withoutMetadata(bytes: Uint8Array, format: "jpeg" | "png" | "webp"): Promise<Uint8Array> {
  try {
    return await sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: "error" }).rotate().toFormat(format).toBuffer();
  } catch {
    throw refused();
  }
}

/**
 * Judges a file by its bytes, never by its name: photographs lose their metadata (place, camera), a few document types
 * pass, text passes when it is valid UTF-8 and not markup. Everything else is refused, SVG and HTML included.
 * @throws ServiceError too_large `file_too_large`, unsupported `file_type_refused`.
 */
export async function acceptFile(bytes: Uint8Array): Promise<AcceptedFile> {
  if (bytes.byteLength === 0) throw refused();
  if (bytes.byteLength > FILE_LIMIT_BYTES) throw new ServiceError("too_large", "file_too_large");
  const sniffed = await fileTypeFromBuffer(bytes);
  const format = sniffed && IMAGES.get(sniffed.mime);
  if (format) return { type: sniffed.mime, bytes: await withoutMetadata(bytes, format) };
  if (sniffed && DOCUMENTS.has(sniffed.mime)) return { type: sniffed.mime, bytes };
  if (!sniffed && isPlainText(bytes)) return { type: "text/plain", bytes };
  throw refused();
}
