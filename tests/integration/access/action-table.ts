import { publishedArticle } from "../../support/answers";
import type { CREDENTIALS } from "../../support/routes/cast";
import { type Cast, customerToken } from "../../support/routes/cast";
import { ticketOf } from "../../support/routes/scenes";

/** Who calls actions: browsers. */
export const BROWSERS = [
  "nobody",
  "forged",
  "ownerCookie",
  "agent",
  "manager",
  "admin",
  "editor",
  "disabled",
  "stale",
] as const satisfies readonly (typeof CREDENTIALS)[number][];
export type Browser = (typeof BROWSERS)[number];

/** An outcome: `→ path` for a redirect, else what the form is told. */
type Outcome = string | Record<Browser, string>;
type Action = (...args: unknown[]) => Promise<unknown>;
export type ActionEntry = {
  /** The arguments, made fresh for each caller. */
  input: (cast: Cast) => Promise<unknown[]> | unknown[];
  /** What of the result tells the outcome. */
  tells: (result: unknown) => string;
  outcome: Outcome;
};
export type Actions = Record<string, Action>;

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const field = (name: string) => (result: unknown) => String((result as Record<string, unknown> | undefined)?.[name]);
const STRANGE = "x".repeat(43);
const COMPANY = {
  ...{ locale: "en", timeZone: "UTC", companyName: "Mine", days: "1", from: "540", to: "1080" },
  ...{ name: "Me", email: "me@mine.test", password: "a long enough password", confirmation: "Zhida" },
};
const onlyAdmin = (everybody: string, staff: string, admin: string): Outcome => ({
  ...{ nobody: everybody, forged: everybody, ownerCookie: everybody, disabled: everybody, stale: everybody },
  ...{ agent: staff, manager: staff, editor: staff, admin },
});

const vote = async () => [
  form({
    articleId: await publishedArticle(`Vote ${crypto.randomUUID()}`, "A text."),
    locale: "en",
    slug: "a",
    helpful: "yes",
    reason: "",
  }),
];

/** Every exported server action, by file and name, and what each caller gets from it. */
export const ACTIONS: Record<string, ActionEntry> = {
  "app/(auth)/sign-in/actions.ts signInAction": {
    input: () => [{}, form({ email: `${crypto.randomUUID()}@luyu.example`, password: "a guess" })],
    tells: field("reason"),
    outcome: "wrong",
  },
  "app/(auth)/setup/actions.ts setupAction": {
    input: () => [STRANGE, {}, form(COMPANY)],
    tells: field("error"),
    outcome: "setup_token_wrong",
  },
  "app/(auth)/setup/actions.ts startOwnAction": {
    input: () => [{}, form(COMPANY)],
    tells: field("error"),
    outcome: onlyAdmin("unauthorized", "forbidden", "not_demo"),
  },
  "app/(auth)/set-password-action.ts setPasswordAction": {
    input: () => [STRANGE, {}, form({ password: "a long enough password" })],
    tells: field("error"),
    outcome: "expiredTitle",
  },
  "app/(auth)/forgot/actions.ts forgotAction": {
    input: () => [{}, form({ email: "nobody@luyu.example" })],
    tells: field("sentTo"),
    outcome: "nobody@luyu.example",
  },
  "app/(help)/[locale]/rate/[token]/actions.ts submitRating": {
    input: () => ["en", STRANGE, null, form({ score: "4" })],
    tells: (result) => String(field("problem")(result) !== "" && "refused"),
    outcome: "refused",
  },
  "app/(help)/[locale]/(site)/articles/[slug]/vote.ts voteOnArticle": {
    input: vote,
    tells: String,
    outcome: "→ /en/articles/a?vote=yes#vote",
  },
  "app/(help)/[locale]/(site)/articles/[slug]/vote.ts explainVote": {
    input: vote,
    tells: String,
    outcome: "→ /en/articles/a?vote=sent#vote",
  },
  "app/(help)/[locale]/requests/actions.ts submitRequest": {
    input: () => ["en", null, form({ subject: "Late", description: "It never came.", email: "lin@example.com" })],
    tells: field("problem"),
    outcome: "→ /en/requests/…?sent=1",
  },
  "app/(help)/[locale]/requests/actions.ts replyToRequest": {
    input: async ({ owner }) => [
      "en",
      (await ticketOf(owner)).token,
      null,
      form({ text: "More.", messageId: crypto.randomUUID() }),
    ],
    tells: field("problem"),
    outcome: "→ /en/requests/…?replied=1#messages",
  },
  "app/(help)/[locale]/return/[token]/actions.ts continueConversation": {
    input: async ({ owner }) => ["en", await customerToken(owner.actor.customerId)],
    tells: String,
    outcome: "→ /en/return/expired",
  },
  "app/preferences.ts keepPreference": {
    input: () => ["theme", "dark"],
    tells: String,
    outcome: "undefined",
  },
};
