import type { IncomingHttpHeaders } from "node:http";

export function trustedProxies(text: string | undefined): (address: string) => boolean;

export function forwardedHeaders(request: {
  peer: string;
  headers: IncomingHttpHeaders;
  isTrusted: (address: string) => boolean;
}): { "x-forwarded-for": string; "x-forwarded-proto": string; "x-forwarded-host": string };
