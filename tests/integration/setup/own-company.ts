import { db } from "@/db/client";
import { articles, categories, conversations, customers, goldenCases, teams, tickets } from "@/db/schema";
import { verifyCredentials } from "@/server/auth/verify-credentials";
import { NOW } from "../../support/actors";

/** What somebody says of their own company. */
export const company = {
  locale: "en" as const,
  timeZone: "Europe/Berlin",
  companyName: "Acme",
  days: [1, 2, 3],
  from: 540,
  to: 1080,
};
/** Who will run it. */
export const admin = { name: "Ada", email: "ada@acme.test", password: "a long enough password" };

/** Who signs in with that, or null. */
export const signsIn = (email: string, password: string) =>
  verifyCredentials({ db: db(), now: NOW }, { email, password, address: null });

/** How many rows of what a demo brings are still there. */
export async function leftOfDemo(): Promise<number> {
  const tables = [customers, conversations, tickets, articles, categories, teams, goldenCases];
  const counts = await Promise.all(tables.map((table) => db().$count(table)));
  return counts.reduce((sum, count) => sum + count, 0);
}
