import { ServiceError } from "@/server/errors";

/**
 * The same request with its body read up to a limit, for handlers that read without one.
 * @throws ServiceError too_large `body_too_large`.
 */
export async function limitBody(request: Request, limitBytes: number): Promise<Request> {
  if (!request.body) return request;
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge();
  let size = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > limitBytes) throw tooLarge();
        controller.enqueue(chunk);
      },
    }),
  );
  const body = await new Response(counted).arrayBuffer();
  return new Request(request.url, { method: request.method, headers: request.headers, body });
}

const tooLarge = () => new ServiceError("too_large", "body_too_large");
