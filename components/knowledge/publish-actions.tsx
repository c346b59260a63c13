"use client";

import { CalendarClock, CloudOff, MoreHorizontal, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/i18n";
import { Button } from "../ui/button";
import { DropdownMenu, DropdownMenuItem } from "../ui/dropdown-menu";
import { IconButton } from "../ui/icon-button";
import type { DraftState } from "./draft-store";
import { HelpCenterLink } from "./help-center-link";
import type { EditableArticle } from "./knowledge-types";
import { ScheduleDialog } from "./schedule-dialog";
import { ScheduledTimes } from "./scheduled-times";
import type { usePublication } from "./use-publication";
import type { StartingText } from "./use-starting-text";

export interface PublishActionsProps {
  article: EditableArticle | undefined;
  locale: Locale;
  start: StartingText;
  draft: DraftState;
  publication: ReturnType<typeof usePublication>;
  comparing: boolean;
  onCompare: () => void;
}

/** What can be done with one language: see it, look back, time it, take it offline, publish it. */
export function PublishActions(props: PublishActionsProps) {
  const { article, locale, start, draft, publication, comparing, onCompare } = props;
  const t = useTranslations("knowledge.publication");
  const [scheduling, setScheduling] = useState(false);
  const pair = article?.locales[locale];
  const nothingNew = start.state === "published" && draft.status === "saved";
  return (
    <>
      <ScheduledTimes times={pair?.draft ?? pair?.published} />
      {article && pair?.published && <HelpCenterLink slug={article.slug} locale={locale} />}
      {article && (
        <Button variant="quiet" aria-pressed={comparing} onClick={onCompare}>
          {comparing ? t("backToText") : t("history")}
        </Button>
      )}
      {article && (
        <DropdownMenu align="end" trigger={<IconButton icon={MoreHorizontal} label={t("more")} />}>
          <DropdownMenuItem icon={CalendarClock} onSelect={() => setScheduling(true)}>
            {t("schedule")}
          </DropdownMenuItem>
          {pair?.published && pair.draft && (
            <DropdownMenuItem icon={Undo2} onSelect={() => void publication.discard()}>
              {t("discard")}
            </DropdownMenuItem>
          )}
          {pair?.published && (
            <DropdownMenuItem icon={CloudOff} onSelect={() => void publication.unpublish()}>
              {t("unpublish")}
            </DropdownMenuItem>
          )}
        </DropdownMenu>
      )}
      <Button
        variant="primary"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        pending={publication.pending}
        disabled={nothingNew || draft.status === "conflict"}
        onClick={() => void publication.publish()}
      >
        {nothingNew ? t("published") : pair?.published ? t("publishChanges") : t("publish")}
      </Button>
      {scheduling && (
        <ScheduleDialog
          times={pair?.draft ?? pair?.published ?? { publishAt: null, expireAt: null }}
          scheduled={Boolean(pair?.draft?.publishAt)}
          publication={publication}
          onClose={() => setScheduling(false)}
        />
      )}
    </>
  );
}
