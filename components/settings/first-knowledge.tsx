"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { AskIt, type FirstAnswer } from "./ask-it";
import { FirstDemo } from "./first-demo";
import { FirstFiles } from "./first-files";
import { FirstQuestions } from "./first-questions";

const WAYS = ["questions", "files", "demo"] as const;

/** What the assistant knows first: three questions, imported files or the demo company; then the invitation to ask. */
export function FirstKnowledge({ demoPossible }: { demoPossible: boolean }) {
  const t = useTranslations("setup.knowledge");
  const locale = useLocale();
  const [published, setPublished] = useState<FirstAnswer | null>(null);
  if (published !== null) return <AskIt first={published} locale={locale} />;
  const panels = {
    questions: <FirstQuestions onPublished={(question) => setPublished({ kind: "questions", question })} />,
    files: <FirstFiles onPublished={() => setPublished({ kind: "files" })} />,
    demo: <FirstDemo onLoaded={() => setPublished({ kind: "demo" })} />,
  };
  const ways = WAYS.filter((way) => way !== "demo" || demoPossible);
  return (
    <>
      <Tabs defaultValue="questions">
        <TabsList aria-label={t("title")}>
          {ways.map((way) => (
            <TabsTrigger key={way} value={way}>
              {t(`ways.${way}`)}
            </TabsTrigger>
          ))}
        </TabsList>
        {ways.map((way) => (
          <TabsContent key={way} value={way}>
            {panels[way]}
          </TabsContent>
        ))}
      </Tabs>
      <a href="/inbox" className="self-start text-13 text-accent hover:underline">
        {t("skip")}
      </a>
    </>
  );
}
