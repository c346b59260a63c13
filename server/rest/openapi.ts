import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import { answerEventReply, problemReply } from "@/lib/contracts/rest";
import { env } from "@/lib/env";
import { OPERATIONS, type Operation } from "./operations";

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: problemReply } },
});

const SECURITY: Record<Operation["auth"], Record<string, string[]>[]> = {
  none: [],
  customer: [{ customerToken: [] }],
  staff: [{ staffKey: [] }],
  reader: [{ customerToken: [] }, { staffKey: [] }],
};

function success({ path, reply, status, repeats }: Operation) {
  if (path.endsWith("/answer")) {
    const description =
      "Server-sent events: one `decision` first, `citation`s best first, `text` deltas, `reset` when the text so far is discarded, and one last `done` or `error`.";
    return { [String(status)]: { description, content: { "text/event-stream": { schema: answerEventReply } } } };
  }
  const content = reply && { "application/json": { schema: reply } };
  const done = { [String(status)]: { description: "Done", ...(content && { content }) } };
  return repeats ? { ...done, "200": { description: "Done before: the same call again", content } } : done;
}

const MEANING: Record<number, string> = {
  400: "Malformed",
  401: "No token, or one that does not hold",
  403: "Not allowed: the person's role, or a cookie that another site sent along",
  404: "Unknown, or somebody else's",
  409: "Not in the present state",
  413: "Too large",
  415: "Unsupported content type",
  422: "Something in it is not valid",
  429: "Too many calls: wait Retry-After seconds",
};

/** The stable codes with which an operation can refuse, by status. */
function codesOf({ auth, body, upload, query = [], path, conflicts = [], method, also = {} }: Operation) {
  const isWrite = method !== "get" && auth === "customer";
  const codes: Record<number, readonly string[]> = {
    400: [...(body ? ["malformed_json"] : []), ...(upload ? ["file_missing"] : [])],
    401: auth === "none" ? [] : ["invalid_token"],
    403: [...(auth === "staff" ? ["forbidden"] : []), ...(isWrite ? ["cross_origin"] : [])],
    404: path.includes("{") ? ["not_found"] : [],
    409: conflicts,
    413: [...(body || upload ? ["body_too_large"] : []), ...(upload ? ["file_too_large"] : [])],
    415: body || upload ? ["unsupported_content_type"] : [],
    422: [
      ...(body || query.length > 0 ? ["invalid_input"] : []),
      ...(query.includes("after") ? ["invalid_after"] : []),
    ],
    429: ["rate_limited"],
  };
  if (path.includes("conversations/{id}")) codes[404] = ["not_found", "conversation_not_found"];
  const statuses = Object.keys(codes).map(Number);
  return statuses.map((status) => [status, [...(codes[status] ?? []), ...(also[status] ?? [])]] as const);
}

function refusals(operation: Operation) {
  const listed = codesOf(operation).filter(([, codes]) => codes.length > 0);
  return Object.fromEntries(
    listed.map(([status, codes]) => [
      String(status),
      problem(`${MEANING[status]}: ${codes.map((code) => `\`${code}\``).join(", ")}`),
    ]),
  );
}

function parameters({ path, query = [], headers = [] }: Operation) {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? "");
  const record = (keys: readonly string[], schema: z.ZodType) =>
    z.object(Object.fromEntries(keys.map((key) => [key, schema])));
  return {
    ...(names.length > 0 && { path: record(names, z.string()) }),
    ...(query.length > 0 && { query: record(query, z.string().optional()) }),
    ...(headers.length > 0 && { header: record(headers, z.string().optional()) }),
  };
}

function operationObject(operation: Operation): ZodOpenApiOperationObject {
  const { summary, auth, body, upload, method, path } = operation;
  const file = z.object({ file: z.string().meta({ format: "binary" }) });
  const content = upload
    ? { "multipart/form-data": { schema: file } }
    : body && { "application/json": { schema: body } };
  return {
    operationId: `${method}${path.replaceAll(/[^a-zA-Z]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/[^a-zA-Z]/g, "")}`,
    summary,
    security: SECURITY[auth],
    requestParams: parameters(operation),
    ...(content && { requestBody: { required: true, content } }),
    responses: { ...success(operation), ...refusals(operation) },
  };
}

/** The OpenAPI 3.1 document of the public API, made from the operations and the schemas that parse their requests. */
export function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Zhida API",
      version: "1.0.0",
      description: "Errors are RFC 9457 problem details with a stable `code`.",
    },
    servers: [{ url: new URL("/api/v1", env().APP_URL).toString() }],
    components: {
      securitySchemes: {
        customerToken: { type: "http", scheme: "bearer", description: "From POST /sessions." },
        staffKey: { type: "http", scheme: "bearer", description: "A person's API key." },
      },
    },
    paths,
  });
}
