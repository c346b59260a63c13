import { headers } from "next/headers";
import type { FamilyText } from "@/lib/contracts/knowledge";
import { ownCircumstances } from "@/server/assistant/circumstances/own-circumstances";
import { seenCircumstances } from "@/server/conversations/seen-circumstances";
import { customerSession } from "@/server/customer-session";
import { chooseVariant } from "@/server/knowledge/variants/fit";

/** The text of a family that fits whoever looks, by their browser and, signed in, their profile; null when none does. */
export async function visitorText(family: readonly FamilyText[]): Promise<FamilyText | null> {
  if (family.length === 0) return null;
  const [incoming, ctx] = await Promise.all([headers(), customerSession()]);
  const own = ctx ? await ownCircumstances({ ctx }) : {};
  const texts = family.map((text) => (text.general ? { ...text, appliesTo: {} } : text));
  const choice = chooseVariant(texts, { ...seenCircumstances(incoming), ...own });
  return choice.does === "use" && !choice.member.general ? choice.member : null;
}
