import type { MessageView } from "@/lib/contracts/conversations";
import { type ChatWords, fill } from "./chat-words";

/** What happened to the conversation, in the reader's words. */
export function activityWords(message: MessageView, words: ChatWords, locale: string): string {
  const { name, values } = message.activity ?? { name: "resolved" as const, values: {} };
  return fill(words.activity[name], { ...values, group: values[locale] ?? Object.values(values)[0] ?? "" });
}
