import { sql } from "drizzle-orm";
import type { Database, Transaction } from "../client";
import { seedArticleViews } from "./article-views";
import { seedCatalogue } from "./catalogue";
import { type SignIn, seedCategories, seedCompany } from "./company";
import { seedConversations } from "./conversations";
import { seedCustomers } from "./customers";
import { loadPassages } from "./passages";
import { createRandom } from "./random";
import { seedTickets } from "./tickets";

const DAY_MS = 24 * 60 * 60 * 1000;
/** The oldest customer came three years before; staff and settings a little earlier still. */
const AGE_DAYS = 1200;

/**
 * Adds the demo company: people, customers, orders, thirty days of conversations and tickets up to `anchor`. The same
 * anchor gives the same company; only secrets (passwords, tokens, ciphertexts) and the ids of articles differ. A company
 * that is described already keeps its name, hours and inboxes. Everything but categories and articles is stored at once
 * or not at all, so it can be done again. Its rows are marked by the settings `company.demo` and `demo` alone.
 * @param input.password of every account; without it each gets a random one.
 * @param input.importArticles publishes the articles once their categories exist; answers cite what is published then.
 * @param input.onStage told before each part, 0 = articles.
 * @param input.beforeCommit learns how each person signs in, while all can still be taken back.
 */
export async function seedDemo(input: {
  db: Database;
  anchor: Date;
  password?: string;
  importArticles?: () => Promise<void>;
  onStage?: (stage: number) => Promise<void>;
  beforeCommit?: (signIns: SignIn[], tx: Transaction) => Promise<void>;
}): Promise<SignIn[]> {
  const { db, anchor, password } = input;
  const founded = new Date(anchor.getTime() - AGE_DAYS * DAY_MS);
  await input.onStage?.(0);
  await seedCategories(db, createRandom(5), founded);
  await input.importArticles?.();
  await input.onStage?.(1);
  const accounts = await db.transaction(async (tx) => {
    const { company, signIns } = await seedCompany(tx, createRandom(1), { founded, anchor, password });
    await seedCatalogue(tx, createRandom(6), founded);
    const customers = await seedCustomers(tx, createRandom(2), anchor);
    await seedArticleViews(tx, createRandom(7), anchor, customers);
    const cast = { company, customers, passages: await loadPassages(tx) };
    await input.onStage?.(2);
    const told = await seedConversations(tx, createRandom(3), anchor, cast);
    await input.onStage?.(3);
    await seedTickets(tx, createRandom(4), anchor, cast, told);
    await input.beforeCommit?.(signIns, tx);
    return signIns;
  });
  // The planner would else take every table for empty until the server's own round a minute later.
  await db.execute(sql`analyze`);
  return accounts;
}
