import { getTranslations } from "next-intl/server";
import type { ChatProps } from "@/components/chat/chat";
import { MESSAGE_LIMIT } from "@/lib/contracts/conversations";
import type { Locale } from "@/lib/i18n";
import { realtimeConfig } from "@/lib/realtime-config";
import { helpCompany, helpContext } from "@/server/help-page";
import { popularQuestions } from "@/server/knowledge/list-published-articles";
import { getAvailability } from "@/server/routing/get-availability";
import { type ChatSearchParams, chatQuestion } from "./chat-question";
import { loadChat } from "./load-chat";

const SUGGESTIONS = 4;

/** Everything the chat starts with: the company, who can be reached, this browser's conversation, what was asked before. */
export async function chatProps(locale: Locale, searchParams: ChatSearchParams): Promise<ChatProps> {
  const [ctx, company] = await Promise.all([helpContext(), helpCompany()]);
  const t = await getTranslations({ locale, namespace: "help" });
  const [availability, initial, popular, asked] = await Promise.all([
    getAvailability({ ctx }),
    loadChat(ctx),
    popularQuestions({ ctx, input: { locale, limit: SUGGESTIONS } }),
    chatQuestion(ctx, locale, searchParams),
  ]);
  const { name, assistantName, privacyUrl, timeZone } = company;
  return {
    locale,
    words: t.raw("chat"),
    company: name[locale],
    assistant: assistantName[locale],
    privacyUrl,
    timeZone,
    suggestions: popular.map(({ title }) => title),
    availability,
    realtime: realtimeConfig(),
    limit: MESSAGE_LIMIT,
    initial,
    ...asked,
  };
}
