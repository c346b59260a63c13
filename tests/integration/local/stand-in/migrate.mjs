/** Proves that the database answers, over the unmodified driver. */
import { neon, neonConfig } from "@neondatabase/serverless";

if (process.env.NEON_LOCAL_PROXY) neonConfig.fetchEndpoint = () => `http://${process.env.NEON_LOCAL_PROXY}/sql`;
if (process.env.STAND_IN_MIGRATE === "skip") {
  process.stdout.write(`{"staff":1}\n`);
  process.exit(0);
}
if (process.env.STAND_IN_MIGRATE === "fail") {
  process.stderr.write("The database was encrypted under another ENCRYPTION_KEY.\n");
  process.exit(3);
}
const sql = neon(process.env.DATABASE_URL);
await sql`create table if not exists staff (email text)`;
const [{ count }] = await sql`select count(*)::int as count from staff`;
process.stdout.write(`${JSON.stringify({ staff: count })}\n`);
