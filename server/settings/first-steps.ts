import { isNotNull } from "drizzle-orm";
import { conversations, staff } from "@/db/schema";
import { SETTINGS } from "@/lib/contracts/settings";
import { requirePermission, type ServiceContext } from "@/server/context";
import { conflict } from "@/server/errors";
import { withTransaction } from "@/server/transaction";
import { forgetSettings, getSettings } from "./get-settings";
import { writeSettings } from "./write-settings";

/** What a new company does first, each done or not. */
export const FIRST_STEPS = ["company", "article", "colleague", "conversation"] as const;
export type FirstSteps = Record<(typeof FIRST_STEPS)[number], boolean>;

/** How far the first steps are: named, first article out, a colleague invited, a person answered. */
async function lookAtSteps(ctx: ServiceContext): Promise<FirstSteps> {
  const { db } = ctx;
  const [company, article, people, answered] = await Promise.all([
    getSettings(db, "company"),
    db.query.articleVersions.findFirst({ columns: { id: true }, where: ({ state }, { eq }) => eq(state, "published") }),
    db.select({ id: staff.id }).from(staff).limit(2),
    db.select({ id: conversations.id }).from(conversations).where(isNotNull(conversations.firstRepliedAt)).limit(1),
  ]);
  return {
    company: company.name.zh !== SETTINGS.company.parse({}).name.zh,
    article: article !== undefined,
    colleague: people.length > 1,
    conversation: answered.length > 0,
  };
}

/** The first steps for whom they concern; null for others, in the demo, and once they were dismissed. */
export async function getFirstSteps({ ctx }: { ctx: ServiceContext }): Promise<FirstSteps | null> {
  const [{ dismissed }, { demo }] = await Promise.all([
    getSettings(ctx.db, "firstSteps"),
    getSettings(ctx.db, "company"),
  ]);
  return dismissed || demo ? null : lookAtSteps(requirePermission(ctx, "settings:manage"));
}

/** Takes the first steps off the console. @throws ServiceError conflict `steps_left` while one is not done. */
export async function dismissFirstSteps({ ctx }: { ctx: ServiceContext }): Promise<void> {
  requirePermission(ctx, "settings:manage");
  if (Object.values(await lookAtSteps(ctx)).includes(false)) throw conflict("steps_left");
  await withTransaction(ctx, (tx) => writeSettings(tx, ctx, "firstSteps", { dismissed: true }));
  forgetSettings("firstSteps");
}
