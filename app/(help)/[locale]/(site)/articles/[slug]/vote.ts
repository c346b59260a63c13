"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { voteArticleSchema } from "@/lib/contracts/knowledge";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { clientAddressOf } from "@/server/auth/client-address";
import { helpContext } from "@/server/help-page";
import { voteArticle } from "@/server/knowledge/vote-article";
import { limitRate } from "@/server/rest/rate-limit";

const VOTER_COOKIE = "zhida_voter";
const YEAR_SECONDS = 365 * 86_400;

/** The browser's own random key, so that a second vote replaces the first. */
async function voterKey(): Promise<string> {
  const jar = await cookies();
  const known = jar.get(VOTER_COOKIE)?.value;
  if (known) return known;
  const key = newId("vote");
  const secure = env().APP_URL.startsWith("https://");
  jar.set(VOTER_COOKIE, key, { httpOnly: true, sameSite: "lax", secure, maxAge: YEAR_SECONDS, path: "/" });
  return key;
}

async function store(form: FormData, helpful: boolean, reason: string | undefined, next: string): Promise<never> {
  const ctx = await helpContext();
  await limitRate(ctx.db, "votes", { address: clientAddressOf(await headers()) });
  const fields = { articleId: form.get("articleId"), locale: form.get("locale"), helpful, reason };
  const input = voteArticleSchema.parse({ ...fields, voter: await voterKey() });
  await voteArticle({ ctx, input });
  const slug = encodeURIComponent(String(form.get("slug")));
  redirect(`/${input.locale}/articles/${slug}?vote=${next}#vote`);
}

/** "Did this solve it?": works as a plain form post. */
export async function voteOnArticle(form: FormData): Promise<void> {
  const helpful = form.get("helpful") === "yes";
  await store(form, helpful, undefined, helpful ? "yes" : "no");
}

/** Why it did not: the same vote with its reason. */
export async function explainVote(form: FormData): Promise<void> {
  await store(form, false, String(form.get("reason") ?? "") || undefined, "sent");
}
