import { ServiceError } from "@/server/errors";
import { FILE_LIMIT_BYTES } from "@/server/storage/accept-file";
import { limitBody } from "./limit-body";

/** Room for the form around the file. */
const FORM_BYTES = 16 * 1024;

/** Whether a request carries a form with files. */
export function isUpload(request: Request): boolean {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === "multipart/form-data";
}

/**
 * The one file of a multipart form (`file`).
 * @throws ServiceError unsupported (415) for another content type; too_large (413); malformed (400) without a file.
 */
export async function readFile(request: Request): Promise<{ name: string; bytes: Uint8Array }> {
  if (!isUpload(request)) throw new ServiceError("unsupported", "unsupported_content_type");
  const limited = await limitBody(request, FILE_LIMIT_BYTES + FORM_BYTES);
  const form = await limited.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File)) throw new ServiceError("malformed", "file_missing");
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
