import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

const CENSORED = ["password", "token", "authorization", "cookie", "email", "phone"];

function createLogger(): Logger {
  return pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: [...CENSORED, ...CENSORED.map((name) => `*.${name}`)], censor: "[redacted]" },
  });
}

let logger: Logger | undefined;

function at(level: "error" | "warn" | "info") {
  return (fields: Record<string, unknown>, message: string): void => {
    logger ??= createLogger();
    logger[level](fields, message);
  };
}

/**
 * Structured logs (JSON lines on standard output), opened at the first line so that a build needs no environment.
 * Bodies, tokens, addresses and headers are never passed to it; the redaction list is the second line of defence.
 */
export const log = { error: at("error"), warn: at("warn"), info: at("info") };
