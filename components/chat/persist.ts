import { Refusal } from "./chat-api";

const FIRST_MS = 1_000;
const LONGEST_MS = 8_000;
const SERVER_TRIES = 4;
const BUSY_MS = 400;

/** How long to wait before the same call is worth another try; null when it is not. */
export function retryDelay(error: unknown, attempt: number): number | null {
  const growing = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
  if (!(error instanceof Refusal)) return growing;
  if (error.code === "request_in_progress") return BUSY_MS;
  if (error.status === 429) return slowedBy(error) * 1000;
  return error.status >= 500 && attempt < SERVER_TRIES ? growing : null;
}

/** How long the server asked to wait before the next try; 0 when it did not. */
export const slowedBy = (error: unknown): number =>
  error instanceof Refusal && error.status === 429 ? (error.retryAfterSeconds ?? 2) : 0;

/** Waits, or less when the network comes back meanwhile. */
export function retryPause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
  });
}

/**
 * Makes a call that is safe to repeat until it is answered. Calls that do not reach the server are tried for ever.
 * @param reached hears after every try whether the server was reached, and for how many seconds it asks to wait.
 * @throws the server's own refusal.
 */
export async function persist<Reply>(
  call: () => Promise<Reply>,
  reached: (yes: boolean, waitSeconds: number) => void,
): Promise<Reply> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const reply = await call();
      reached(true, 0);
      return reply;
    } catch (error) {
      reached(error instanceof Refusal, slowedBy(error));
      const delay = retryDelay(error, attempt);
      if (delay === null) throw error;
      await retryPause(delay);
    }
  }
}
