"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Locale } from "@/lib/i18n";
import { useShortcuts } from "../shared/use-shortcuts";
import type { ArticleDesk } from "./article-desk";
import { ArticleFields } from "./article-fields";
import { ArticleHeader } from "./article-header";
import { ArticlePreview } from "./article-preview";
import { ConflictBar } from "./conflict-bar";
import type { EditableArticle } from "./knowledge-types";
import { type Pane, PaneSwitch, paneClass } from "./pane-switch";
import { PublishActions } from "./publish-actions";
import { SaveLine } from "./save-line";
import { usePublication } from "./use-publication";
import type { StartingText } from "./use-starting-text";
import { VersionHistory } from "./version-history";

export interface ArticleWriterProps {
  desk: ArticleDesk;
  article: EditableArticle | undefined;
  locale: Locale;
  start: StartingText;
  /** Whether the history stands in the place of the editor. */
  comparing: boolean;
  onCompare: (comparing: boolean) => void;
  onLocale: (locale: Locale) => void;
  now: string;
}

/** One language of an article: fields left, the article as readers see it right, or its history. */
export function ArticleWriter(props: ArticleWriterProps) {
  const { desk, article, locale, start, comparing, onCompare, onLocale, now } = props;
  const draft = desk.open(locale, start);
  const state = useSyncExternalStore(draft.subscribe, draft.snapshot, draft.snapshot);
  const publication = usePublication({ desk, article, locale, draft });
  const [pane, setPane] = useState<Pane>("write");
  useEffect(() => draft.meet(start.text, start.base), [draft, start]);
  useShortcuts({
    "mod+s": () => void draft.flush(),
    "mod+enter": () => void publication.publish(),
  });
  return (
    <div className="flex min-h-full flex-col lg:h-full">
      <ArticleHeader
        article={article}
        locale={locale}
        onLocale={onLocale}
        saved={<SaveLine draft={draft} state={state} isNew={!article} />}
        actions={
          <PublishActions
            {...{ article, locale, start, draft: state, publication, comparing }}
            onCompare={() => onCompare(!comparing)}
          />
        }
        problem={publication.problem}
      />
      {state.status === "conflict" && article && <ConflictBar article={article} locale={locale} draft={draft} />}
      {comparing && article ? (
        <VersionHistory
          articleId={article.id}
          locale={locale}
          now={now}
          onRevert={async (version) => {
            if ((await draft.flush()) && (await publication.revert(version))) onCompare(false);
          }}
        />
      ) : (
        <>
          <PaneSwitch pane={pane} onPane={setPane} />
          <div className="flex min-h-0 grow">
            <ArticleFields className={paneClass("write", pane)} {...{ desk, article, locale, draft, state }} />
            <ArticlePreview className={paneClass("preview", pane)} locale={locale} {...state.text} />
          </div>
        </>
      )}
    </div>
  );
}
