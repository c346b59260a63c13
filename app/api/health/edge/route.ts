import { sql } from "drizzle-orm";
import { edgeDb } from "@/db/edge";

export const runtime = "edge";

/** Whether edge routes reach the database: one query over HTTP, nothing else. */
export async function GET(): Promise<Response> {
  try {
    await edgeDb().execute(sql`select 1`);
    return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } });
  } catch {
    return Response.json({ ok: false }, { status: 503, headers: { "cache-control": "no-store" } });
  }
}
