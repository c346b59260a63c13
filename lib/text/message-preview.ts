import type { SenderType } from "@/lib/contracts/conversations";
import { inOneLine, plainText } from "./plain-text";

const PREVIEW_LENGTH = 140;

/** What a conversation's row shows of its last message. Staff and the assistant write Markdown; customers' words stay as typed. */
export function messagePreview(sender: SenderType, body: string): string {
  const words = sender === "customer" ? body : inOneLine(plainText(body));
  return [...words].slice(0, PREVIEW_LENGTH).join("");
}
