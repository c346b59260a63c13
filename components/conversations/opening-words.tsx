"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PanelSection } from "../customers/panel-section";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";

type OpeningWordsProps = { conversationId: string; lang: string; onInsert: (text: string) => void };

/** Words to begin with that fit this customer, and why they do; they only fill the composer. */
export function OpeningWords({ conversationId, lang, onInsert }: OpeningWordsProps) {
  const t = useTranslations("conversations.opening");
  const { data } = useQuery(useTRPC().conversations.openingWords.queryOptions({ conversationId }));
  if (!data) return null;
  const reasons = data.because.map((manner) => t(`because.${manner}`));
  return (
    <PanelSection
      title={t("title")}
      action={
        <Button size={28} onClick={() => onInsert(data.text)}>
          {t("insert")}
        </Button>
      }
    >
      <p lang={lang} className="[overflow-wrap:anywhere]">
        {data.text}
      </p>
      <p className="pt-1 text-12 text-muted">{reasons.length > 0 ? reasons.join(" · ") : t("usual")}</p>
    </PanelSection>
  );
}
