"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Recommendation } from "@/lib/contracts/recommendations";
import { PanelSection } from "../customers/panel-section";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";

type RecommendedProps = { conversationId: string; lang: string; onInsert: ((text: string) => void) | null };

/** An article as a link, a product as its name. */
const written = ({ title, url }: Recommendation) => (url === null ? title : `[${title}](${url})`);

/** What may help the customer of a conversation, each with its reason, to be put into the reply; absent when nothing may. */
export function Recommended({ conversationId, lang, onInsert }: RecommendedProps) {
  const t = useTranslations("recommendations");
  const { data = [] } = useQuery(useTRPC().assistant.recommendations.queryOptions({ conversationId }));
  if (data.length === 0) return null;
  return (
    <PanelSection title={t("agents")}>
      <ul>
        {data.map((one) => (
          <li
            key={one.title}
            className="flex items-start justify-between gap-3 border-line border-t py-2 first:border-t-0"
          >
            <span className="min-w-0">
              {one.url === null ? (
                <span lang={lang} className="font-semibold">
                  {one.title}
                </span>
              ) : (
                <a
                  href={one.url}
                  lang={lang}
                  target="_blank"
                  rel="noreferrer"
                  className="font-semibold hover:underline"
                >
                  {one.title}
                </a>
              )}
              <span className="block text-12 text-muted">{one.reason}</span>
            </span>
            {onInsert && (
              <Button size={28} onClick={() => onInsert(written(one))}>
                {t("insert")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
