"use client";

import { useTranslations } from "next-intl";
import { buttonStyles } from "@/components/ui/button";

/** What was published, so that the first question fits. */
export type FirstAnswer = { kind: "questions"; question: string } | { kind: "files" } | { kind: "demo" };

/** The last step: the assistant is asked. */
export function AskIt({ first, locale }: { first: FirstAnswer; locale: string }) {
  const t = useTranslations("setup.done");
  const question = first.kind === "questions" ? first.question : first.kind === "demo" ? t("demoQuestion") : "";
  const chat = `/${locale}/chat${question ? `?q=${encodeURIComponent(question)}` : ""}`;
  return (
    <section className="flex flex-col items-start gap-4">
      <h2 className="font-semibold text-16">{t("title")}</h2>
      <p className="text-14 text-muted">{t(`description.${first.kind}`)}</p>
      <a href={chat} className={buttonStyles({ variant: "primary", size: 40, className: "max-w-full" })}>
        <span className="truncate">{question ? t("ask", { question }) : t("open")}</span>
      </a>
      <a href="/inbox" className="text-13 text-accent hover:underline">
        {t("console")}
      </a>
    </section>
  );
}
