import { disconnect } from "@/db/client";
import { ServiceError } from "@/server/errors";
import { systemContext } from "@/server/request-context";
import { issueApiKey } from "@/server/team/api-keys";

/** `npm run api-key -- EMAIL`: prints a new API key of that person on standard output. It is shown only this once. */
const [email] = process.argv.slice(2);
if (!email) {
  process.stderr.write("Usage: npm run api-key -- EMAIL\n");
  process.exitCode = 2;
} else {
  try {
    const { key } = await issueApiKey({ ctx: systemContext(), input: { email, name: "npm run api-key" } });
    process.stdout.write(`${key}\n`);
  } catch (error) {
    const unknown = error instanceof ServiceError && error.kind === "not_found";
    process.stderr.write(unknown ? `Nobody with the address ${email} may sign in.\n` : `${String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await disconnect();
  }
}
