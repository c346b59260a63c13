import { DATA_POLICY } from "@/lib/security-headers";
import { contentDisposition } from "@/server/storage/file-name";

const INLINE = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

/** A stored file as a response that no browser will run: sandboxed, never sniffed, photographs alone shown in place. */
export function fileResponse(file: { name: string; type: string; bytes: Uint8Array }): Response {
  const disposition = INLINE.has(file.type) ? "inline" : "attachment";
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "content-type": file.type === "text/plain" ? "text/plain; charset=utf-8" : file.type,
      "content-disposition": contentDisposition(disposition, file.name),
      "content-security-policy": DATA_POLICY,
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=3600",
    },
  });
}
