import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/lib/env";

const TIMEOUT_MS = 2_000;

async function works(check: Promise<unknown>): Promise<"up" | "down"> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, TIMEOUT_MS).unref());
  return Promise.race([check, late]).then(
    () => "up",
    () => "down",
  );
}

/** The built-in realtime server is asked for any answer; Pusher's own cluster is not ours to watch. */
async function realtimeState(): Promise<"up" | "down" | "external"> {
  const { PUSHER_HOST, PUSHER_PORT } = env();
  return PUSHER_HOST ? works(fetch(`http://${PUSHER_HOST}:${PUSHER_PORT}/`)) : "external";
}

/** What monitoring asks: 200 while the database answers. Realtime is a hint only, so its loss is told, not failed. */
export async function GET(): Promise<Response> {
  const [database, realtime] = await Promise.all([works(db().execute(sql`select 1`)), realtimeState()]);
  const status = database === "up" ? 200 : 503;
  return Response.json({ database, realtime }, { status, headers: { "cache-control": "no-store" } });
}
