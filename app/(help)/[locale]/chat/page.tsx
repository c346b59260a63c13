import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Chat } from "@/components/chat/chat";
import type { ChatWords } from "@/components/chat/chat-words";
import { MESSAGE_LIMIT } from "@/lib/contracts/conversations";
import { realtimeConfig } from "@/lib/realtime-config";
import { alternatesOf, helpCompany, helpContext, pageLocale } from "@/server/help-page";
import { popularQuestions } from "@/server/knowledge/list-published-articles";
import { getAvailability } from "@/server/routing/get-availability";
import { type ChatSearchParams, chatQuestion } from "./chat-question";
import { loadChat } from "./load-chat";

type PageProps = { params: Promise<{ locale: string }>; searchParams: ChatSearchParams };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [locale, company] = await Promise.all([pageLocale(params), helpCompany()]);
  const t = await getTranslations({ locale, namespace: "help.chat" });
  const description = t("description", { company: company.name[locale] });
  return { title: t("title"), description, alternates: alternatesOf(locale, "/chat") };
}

export default async function ChatPage({ params, searchParams }: PageProps) {
  const [locale, ctx, company] = await Promise.all([pageLocale(params), helpContext(), helpCompany()]);
  const t = await getTranslations({ locale, namespace: "help" });
  const [availability, initial, popular, question] = await Promise.all([
    getAvailability({ ctx }),
    loadChat(ctx),
    popularQuestions({ ctx, input: { locale, limit: 4 } }),
    chatQuestion(ctx, locale, searchParams),
  ]);
  const { name, assistantName, privacyUrl, timeZone } = company;
  const words: ChatWords = t.raw("chat");
  const names = { company: name[locale], assistant: assistantName[locale] };
  const setting = { locale, words, ...names, privacyUrl, timeZone, availability, ...question };
  return (
    <>
      <noscript>
        <p className="p-4">
          {words.noscript} <a href={`/${locale}/requests/new`}>{words.noscriptLink}</a>
        </p>
      </noscript>
      <Chat
        {...setting}
        initial={initial}
        suggestions={popular.map(({ title }) => title)}
        realtime={realtimeConfig()}
        limit={MESSAGE_LIMIT}
      />
    </>
  );
}
