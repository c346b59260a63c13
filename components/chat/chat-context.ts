import { createContext, useContext } from "react";
import type { Locale } from "@/lib/i18n";
import type { TimeReader } from "@/lib/time";
import type { ChatEngine } from "./chat-engine";
import type { ChatWords } from "./chat-words";

/** What every part of the chat needs to know. */
export type ChatSetting = {
  engine: ChatEngine;
  words: ChatWords;
  locale: Locale;
  company: string;
  assistant: string;
  /** The reader's language and zone; the company's zone until the page is alive. */
  reader: TimeReader;
  /** Opens the passage of a source. */
  openSource: (source: { chunkId: string; title: string; url: string }) => void;
};

export const ChatContext = createContext<ChatSetting | null>(null);

/** The setting of the chat around a component. */
export function useChatSetting(): ChatSetting {
  const setting = useContext(ChatContext);
  if (!setting) throw new Error("Outside of a chat");
  return setting;
}
