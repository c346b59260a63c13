import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { conversationOfReturnToken } from "@/server/conversations/return-token";
import { helpContext, pageLocale } from "@/server/help-page";
import { continueConversation } from "./actions";

type PageProps = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "conversations.return" });
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** Where a mailed link leads. Opening it changes nothing: mail scanners open links too. */
export default async function ReturnPage({ params }: PageProps) {
  const locale = await pageLocale(params);
  const { token } = await params;
  const t = await getTranslations({ locale, namespace: "conversations.return" });
  const valid = (await conversationOfReturnToken(token, (await helpContext()).now)) !== null;
  return (
    <div className="max-w-[560px] py-8">
      <h1 className="font-semibold text-28">{valid ? t("title") : t("expired")}</h1>
      <p className="mt-2 text-muted">{valid ? t("text") : t("expiredText")}</p>
      {valid && (
        <form action={continueConversation.bind(null, locale, token)} className="mt-6">
          <Button type="submit" size={44}>
            {t("continue")}
          </Button>
        </form>
      )}
    </div>
  );
}
