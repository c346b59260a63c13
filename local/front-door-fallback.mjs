/** What visitors see while the application is not there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wordsFor } from "./front-door-words.mjs";

const RETRY_SECONDS = 5;
const TEXT = {
  en: {
    lang: "en",
    title: "We will be right back",
    body: "The service is starting or being looked after. This page tries again by itself every few seconds.",
    contact: "You can also reach us here:",
  },
  zh: {
    lang: "zh-CN",
    title: "马上回来",
    body: "服务正在启动或维护，本页每隔几秒会自动重试。",
    contact: "您也可以这样联系我们：",
  },
};

/**
 * Answers 502 or 503: a page for people, with the company's own contact from `DATA_DIR/contact.json`
 * (`{ name?, phone?, email? }`, written by the application), and problem+json for programs.
 */
export function replyFallback({ request, response, status, dataDir }) {
  const wantsPage = String(request.headers.accept ?? "").includes("text/html");
  const body = wantsPage ? page(wordsFor(request, TEXT), contact(dataDir)) : problem(status);
  response.writeHead(status, {
    "content-type": wantsPage ? "text/html; charset=utf-8" : "application/problem+json",
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "retry-after": String(RETRY_SECONDS),
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    "x-content-type-options": "nosniff",
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

function problem(status) {
  return JSON.stringify({
    type: "about:blank",
    title: "The service is not available right now.",
    status,
    code: "unavailable",
  });
}

function contact(dataDir) {
  try {
    const { name, phone, email } = JSON.parse(readFileSync(join(dataDir, "contact.json"), "utf8"));
    return [name, phone, email].filter((line) => typeof line === "string" && line !== "");
  } catch {
    return [];
  }
}

function page(text, lines) {
  const reach = lines.length > 0 ? `<p>${text.contact}</p><p>${lines.map(escapeHtml).join("<br>")}</p>` : "";
  return `<!doctype html>
<html lang="${text.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_SECONDS}"><title>${text.title}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.3}</style>
</head><body><main><h1>${text.title}</h1><p>${text.body}</p>${reach}</main></body></html>`;
}

function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
