import { env } from "./env";

/** Origins a browser reaches for live updates: Pusher's own cluster, or only this origin. */
function realtimeOrigins(): string[] {
  const { PUSHER_HOST, PUSHER_CLUSTER } = env();
  return PUSHER_HOST ? [] : [`wss://ws-${PUSHER_CLUSTER}.pusher.com`, `https://sockjs-${PUSHER_CLUSTER}.pusher.com`];
}

/**
 * The Content-Security-Policy of one response. Scripts and styles need its nonce; inline style attributes are allowed.
 * @param development lets the bundler's development runtime evaluate code.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...realtimeOrigins()].join(" "),
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/** The Content-Security-Policy of whatever is no page: data and files, which load and run nothing wherever they are opened. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Headers of every response; HSTS only where the company runs on https. */
export function securityHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    ...(env().APP_URL.startsWith("https:") && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
}
