import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Chat } from "@/components/chat/chat";
import { alternatesOf, helpCompany, pageLocale } from "@/server/help-page";
import { chatProps } from "./chat-props";
import type { ChatSearchParams } from "./chat-question";

type PageProps = { params: Promise<{ locale: string }>; searchParams: ChatSearchParams };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const [locale, company] = await Promise.all([pageLocale(params), helpCompany()]);
  const t = await getTranslations({ locale, namespace: "help.chat" });
  const description = t("description", { company: company.name[locale] });
  return { title: t("title"), description, alternates: alternatesOf(locale, "/chat") };
}

export default async function ChatPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const props = await chatProps(locale, searchParams);
  const { noscript, noscriptLink } = props.words;
  return (
    <>
      <noscript>
        <div className="border-line border-b bg-sunken">
          <p className="mx-auto max-w-[720px] px-4 py-3 text-14">
            {noscript}{" "}
            <a href={`/${locale}/requests/new`} className="font-semibold text-accent underline">
              {noscriptLink}
            </a>
          </p>
        </div>
      </noscript>
      <Chat {...props} />
    </>
  );
}
