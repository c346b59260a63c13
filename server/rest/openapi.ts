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

function refusals({ auth, body, upload, query, path, conflicts, method, also = {} }: Operation) {
  const cookie = auth === "customer" && method !== "get";
  return {
    ...((body || upload) && {
      "400": problem("Malformed: `malformed_json`"),
      "413": problem("Too large"),
      "415": problem("Unsupported content type"),
    }),
    ...((body || query) && { "422": problem("A field is not valid: `invalid_input`") }),
    ...(auth !== "none" && { "401": problem("`invalid_token`") }),
    ...(auth === "staff" && { "403": problem("The person's role may not do this: `forbidden`") }),
    ...(cookie && { "403": problem("A cookie that another site sent along: `cross_origin`") }),
    ...(path.includes("{") && { "404": problem("Unknown, or somebody else's") }),
    ...(conflicts && { "409": problem(conflicts.map((code) => `\`${code}\``).join(", ")) }),
    ...Object.fromEntries(Object.entries(also).map(([status, description]) => [status, problem(description)])),
    "429": problem("Too many calls: wait Retry-After seconds"),
  };
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
