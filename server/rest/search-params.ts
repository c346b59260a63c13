import { invalid } from "@/server/errors";

/** `after`, a sequence number; absent = 0. @throws ServiceError invalid `invalid_after`. */
export function afterParam(request: Request): number {
  const value = new URL(request.url).searchParams.get("after") ?? "0";
  if (!/^\d{1,9}$/.test(value)) throw invalid("invalid_after");
  return Number(value);
}
