import { disconnect } from "./client";
import { ForeignKeyError, migrateDatabase } from "./migrate-database";

const FOREIGN_KEY = 3;

/** The launcher reads the last line of standard output, or of standard error when this fails. */
try {
  const { staff } = await migrateDatabase(process.argv[2]);
  process.stdout.write(`${JSON.stringify({ staff })}\n`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message.split("\n")[0]}\n`);
  process.exitCode = error instanceof ForeignKeyError ? FOREIGN_KEY : 1;
} finally {
  await disconnect();
}
