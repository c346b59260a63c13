import type { z } from "zod";
import { ServiceError } from "@/server/errors";

const BODY_LIMIT = 128 * 1024;

async function readBytes(request: Request): Promise<Uint8Array> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > BODY_LIMIT) throw new ServiceError("too_large", "body_too_large");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > BODY_LIMIT) throw new ServiceError("too_large", "body_too_large");
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/**
 * The request's JSON, parsed by a schema.
 * @throws ServiceError unsupported (415) unless it is application/json, too_large (413), malformed (400) for bytes that
 * are not UTF-8 or not JSON; ZodError (422) for fields.
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.infer<Schema>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ServiceError("unsupported", "unsupported_content_type");
  return schema.parse(parseJson(await readBytes(request)));
}

/** The same for calls whose body is optional: none, or an empty one, stands for `{}`. */
export async function readOptionalJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const isEmpty = request.headers.get("content-length") === "0" || request.body === null;
  return isEmpty ? schema.parse({}) : readJson(request, schema);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ServiceError("malformed", "malformed_json");
  }
}
