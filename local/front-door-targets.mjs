/** What a request line may ask the application for. */
import { wordsFor } from "./front-door-words.mjs";

const TEXT = {
  en: {
    method_not_allowed: "This cannot be done at this address.",
    malformed_address: "This address cannot be read.",
  },
  zh: { method_not_allowed: "这个地址不支持此操作。", malformed_address: "无法识别这个地址。" },
};
const ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

/**
 * A request target that the framework can decode: whatever is no UTF-8 in its path becomes U+FFFD, as a decoder of text
 * does it, and so the ordinary 404 of its address. The framework answers such a path with a bare 500.
 */
export function decodablePath(target) {
  const [path = ""] = target.split("?", 1);
  return path.replace(/(?:%[0-9a-f]{2})+|%/gi, decodable) + target.slice(path.length);
}

function decodable(escaped) {
  if (escaped === "%") return "%25";
  const bytes = Buffer.from(escaped.replaceAll("%", ""), "hex");
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return Buffer.from(text).equals(bytes) ? escaped : encodeURIComponent(text);
}

/** Refuses what the framework cannot even represent: TRACE, and targets that name no resource (`*`). */
export function refuseTarget(request, response) {
  if (request.method === "TRACE") return refuse(request, response, 405, "method_not_allowed");
  if (request.url === "*") return refuse(request, response, 400, "malformed_address");
  return false;
}

function refuse(request, response, status, code) {
  const { [code]: title } = wordsFor(request, TEXT);
  response.writeHead(status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(status === 405 && { allow: ALLOWED }),
  });
  response.end(JSON.stringify({ type: "about:blank", title, status, code }));
  return true;
}
