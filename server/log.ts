import pino from "pino";
import { env } from "@/lib/env";

/**
 * Structured logs (JSON lines on standard output). Bodies, tokens, addresses and headers are never passed to it; the
 * redaction list is the second line of defence.
 */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "token",
      "authorization",
      "cookie",
      "email",
      "phone",
      "*.password",
      "*.token",
      "*.email",
      "*.phone",
    ],
    censor: "[redacted]",
  },
});
