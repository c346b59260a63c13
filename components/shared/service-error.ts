/** What a failed call says about itself. `code` is stable and has words in messages/<locale>/errors.json. */
export type ServiceFailure = {
  code: string;
  httpStatus: number | null;
  details: Record<string, string | number>;
  requestId: string | null;
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function plainDetails(value: unknown): Record<string, string | number> {
  if (!isRecord(value)) return {};
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number",
  );
  return Object.fromEntries(entries);
}

/** Reads any thrown value of a tRPC call; a call that never reached the server has the code `network` and no status. */
export function serviceErrorOf(error: unknown): ServiceFailure {
  const data = isRecord(error) && isRecord(error.data) ? error.data : null;
  if (!data) return { code: "network", httpStatus: null, details: {}, requestId: null };
  return {
    code: typeof data.code === "string" ? data.code : "internal",
    httpStatus: typeof data.httpStatus === "number" ? data.httpStatus : null,
    details: plainDetails(data.details),
    requestId: typeof data.requestId === "string" ? data.requestId : null,
  };
}
