/** One member of staff and the file the launcher prints. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { neon, neonConfig } from "@neondatabase/serverless";

neonConfig.fetchEndpoint = () => `http://${process.env.NEON_LOCAL_PROXY}/sql`;
await neon(process.env.DATABASE_URL)`insert into staff values ('ada@example.test')`;
const signIns = [{ role: "admin", email: "ada@example.test", password: process.env.DEMO_PASSWORD ?? "random" }];
writeFileSync(join(process.env.DATA_DIR, "sign-ins.json"), JSON.stringify(signIns), { mode: 0o600 });
