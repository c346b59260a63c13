/** What became of imported files. */
export type ImportReport = {
  created: number;
  updated: number;
  unchanged: number;
  refused: { origin: string; reason: string }[];
};

export const NOTHING_IMPORTED: ImportReport = { created: 0, updated: 0, unchanged: 0, refused: [] };

/** Two reports as one. */
export function sumReports(a: ImportReport, b: ImportReport): ImportReport {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    refused: [...a.refused, ...b.refused],
  };
}

type SentFile = { path: string; base64: string };
const FILES_A_BATCH = 400;

function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/** Files as they are sent, at most `limit` bytes together; a file larger than that is refused here. */
export async function toBatches(
  files: readonly File[],
  limit: number,
): Promise<{ batches: SentFile[][]; refused: ImportReport["refused"] }> {
  const batches: SentFile[][] = [];
  const refused: ImportReport["refused"] = [];
  let size = limit;
  for (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (file.size > limit) {
      refused.push({ origin: path, reason: "file_too_large" });
      continue;
    }
    const sent = { path, base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
    const open = batches.at(-1);
    if (open && size + file.size <= limit && open.length < FILES_A_BATCH) open.push(sent);
    else {
      batches.push([sent]);
      size = 0;
    }
    size += file.size;
  }
  return { batches, refused };
}
