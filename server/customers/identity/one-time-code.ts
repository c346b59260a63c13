import { randomInt } from "node:crypto";
import { hashField } from "@/lib/crypto";

export const CODE_MINUTES = 10;
export const CODE_TRIES = 3;
/** How long a proof of who somebody is holds in its conversation. */
export const PROOF_MINUTES = 60;

export type CodePurpose = "identity" | "proof";

/** What a code is bound to: no other conversation, purpose or address can use it. */
export type CodeBinding = { conversationId: string; purpose: CodePurpose; addressHash: string };

/** Six random digits. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** A code as it is stored: a keyed hash, so that a stolen database does not give codes away by trying all of them. */
export function hashCode({ conversationId, purpose, addressHash }: CodeBinding, code: string): Promise<string> {
  return hashField(`one-time code ${purpose} ${conversationId} ${addressHash} ${code}`);
}
