"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { CONVERSATION_VIEWS, type ConversationView } from "@/lib/contracts/conversation-views";
import type { ConversationCounts } from "./conversation-types";

/** The lists of the inbox with how many each holds. */
export function ViewTabs({
  view,
  counts,
  onView,
}: {
  view: ConversationView;
  counts: ConversationCounts;
  onView: (view: ConversationView) => void;
}) {
  const t = useTranslations("conversations.list");
  return (
    <nav aria-label={t("views")} className="flex shrink-0 gap-4 overflow-x-auto border-line border-b px-4">
      {CONVERSATION_VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === view ? "true" : undefined}
          onClick={() => onView(one)}
          className={cx(
            "-mb-px h-10 whitespace-nowrap border-b-2 pointer-coarse:h-11",
            one === view ? "border-accent font-semibold" : "border-transparent text-muted hover:text-text",
          )}
        >
          {t(`view.${one}`)}
          {one !== "all" && counts[one] > 0 && (
            <span className="ml-1.5 font-normal text-muted tabular-nums">{counts[one]}</span>
          )}
        </button>
      ))}
    </nav>
  );
}
