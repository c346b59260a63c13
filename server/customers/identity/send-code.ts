import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { identityCodes } from "@/db/schema";
import { normaliseEmail } from "@/lib/contact";
import { encryptField, hashField, newToken } from "@/lib/crypto";
import type { Locale } from "@/lib/i18n";
import type { ServiceContext } from "@/server/context";
import { translator } from "@/server/i18n/translator";
import { writeMail } from "@/server/mail/write-mail";
import { countUses } from "@/server/rest/rate-counts";
import { getSettings } from "@/server/settings/get-settings";
import { CODE_MINUTES, type CodePurpose, hashCode, newCode } from "./one-time-code";

const PER_CONVERSATION = { points: 3, seconds: 600 };
const PER_ADDRESS = { points: 5, seconds: 3600 };

export const CODE_ADDRESS = "identity_codes.address";

export type CodeRequest = {
  conversationId: string;
  purpose: CodePurpose;
  address: string;
  /** Whose record the code opens; null for none. */
  customerId: string | null;
  /** False when the address is on no record: everything looks the same, but no mail goes out and no code fits. */
  deliver: boolean;
  locale: Locale;
};

/**
 * Mails a six-digit code that holds ten minutes, three tries, for this address in this conversation; earlier codes of
 * the conversation stop holding. Three codes a conversation in ten minutes and five an address in an hour go out,
 * whatever the limits in the settings are.
 * @returns false when that is used up; the answer does not tell whether the address is known.
 */
export async function sendCode(tx: Transaction, ctx: ServiceContext, request: CodeRequest): Promise<boolean> {
  const { conversationId, purpose, customerId } = request;
  const address = normaliseEmail(request.address);
  const addressHash = await hashField(address);
  // One after the other: what a conversation may not send does not use up the address.
  if ((await countUses(tx, [{ caller: `code conversation ${conversationId}`, ...PER_CONVERSATION }])) > 0) return false;
  if ((await countUses(tx, [{ caller: `code address ${addressHash}`, ...PER_ADDRESS }])) > 0) return false;
  const earlier = and(
    eq(identityCodes.conversationId, conversationId),
    eq(identityCodes.purpose, purpose),
    isNull(identityCodes.usedAt),
  );
  await tx.update(identityCodes).set({ expiresAt: ctx.now }).where(earlier);
  const code = newCode();
  const codeHash = await hashCode({ conversationId, purpose, addressHash }, request.deliver ? code : newToken());
  const [row] = await tx
    .insert(identityCodes)
    .values({
      conversationId,
      purpose,
      customerId,
      addressHash,
      addressEncrypted: await encryptField(address, CODE_ADDRESS),
      codeHash,
      expiresAt: new Date(ctx.now.getTime() + CODE_MINUTES * 60_000),
      createdAt: ctx.now,
    })
    .returning({ id: identityCodes.id });
  if (request.deliver && row) await mailCode(tx, ctx, { address, code, id: row.id, locale: request.locale });
  return true;
}

async function mailCode(
  tx: Transaction,
  ctx: ServiceContext,
  letter: { address: string; code: string; id: string; locale: Locale },
): Promise<void> {
  const words = await translator(letter.locale, "actions");
  const company = (await getSettings(tx, "company")).name[letter.locale];
  const values = { code: letter.code, company, minutes: CODE_MINUTES };
  await writeMail(tx, ctx, {
    to: letter.address,
    subject: words("mail.code.subject", values),
    text: words("mail.code.text", values),
    dedupeKey: `identity-code:${letter.id}`,
  });
}
