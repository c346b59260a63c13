import { afterAll, beforeAll, beforeEach } from "vitest";
import { setPresence } from "@/server/routing/set-presence";
import { installInboxes, staffMember } from "./actors";
import { serveInternalRoutes } from "./internal-routes";

/** A company in which an agent is online before each test: presence that is not renewed lapses. */
export function somebodyAtWork(): { become: (state: "online" | "offline") => Promise<unknown> } {
  let stopServing: () => Promise<void>;
  let agent: Awaited<ReturnType<typeof staffMember>>;
  const become = (state: "online" | "offline") => setPresence({ ctx: { ...agent, now: new Date() }, input: { state } });
  beforeAll(async () => {
    await installInboxes();
    agent = await staffMember("agent");
    stopServing = await serveInternalRoutes();
  });
  afterAll(() => stopServing());
  beforeEach(() => become("online"));
  return { become };
}
