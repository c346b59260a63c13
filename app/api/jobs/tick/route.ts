import "@/server/job-handlers";
import { env } from "@/lib/env";
import { sameSecret } from "@/server/auth/same-secret";
import { runDue } from "@/server/jobs/run-due";
import { systemContext } from "@/server/request-context";

const BATCH = 50;

/** The backstop of due work, called by a scheduler: `Authorization: Bearer CRON_SECRET`. */
export async function GET(request: Request): Promise<Response> {
  const secret = env().CRON_SECRET;
  const presented = request.headers.get("authorization") ?? "";
  if (!secret || !sameSecret(presented, `Bearer ${secret}`)) {
    return Response.json({ code: "unauthorized" }, { status: 401 });
  }
  return Response.json({ jobs: await runDue(systemContext(), BATCH) });
}
