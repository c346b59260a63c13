import { stripControls } from "@/lib/text/storable";
import { withoutCourtesies } from "@/server/assistant/courtesies";
import { maskText, type Written } from "./mask-text";

/** Longer questions tell a story; their beginning is shown. */
const LONGEST = 200;
/** How people say once more what a machine did not understand. */
const AGAIN = /^(?:我(?:是|就是)?想问(?:的是)?|我的意思是|我是问|i mean|i meant|what i mean is)\s*[:：,，]?\s*/i;

/**
 * A customer's question as it may be shown and published: one line without courtesies and personal facts, at most 200
 * characters. Pure.
 */
export function questionText(said: string, written: Written): string {
  const line = stripControls(said.toWellFormed()).replace(/\s+/gu, " ").trim();
  const bare = withoutCourtesies(withoutCourtesies(line).replace(AGAIN, ""));
  const letters = [...maskText(bare, written).replace(/\s+/gu, " ").trim()];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : letters.join("");
}
