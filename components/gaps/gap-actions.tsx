"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DISMISS_REASONS } from "@/lib/contracts/gaps";
import { useShortcuts } from "../shared/use-shortcuts";
import { Button } from "../ui/button";
import { DropdownMenu, DropdownMenuItem } from "../ui/dropdown-menu";
import type { GapDetail } from "./gap-types";
import type { Decision } from "./use-decision";

const PUBLISH = { article: "publishArticle", wordings: "publishWordings", passage: "publishPassage" } as const;

/** Whether a suggestion can go out as it is, without anybody writing. */
export const isWritten = ({ suggestion, after }: GapDetail): boolean =>
  suggestion !== null && after !== null && (suggestion.kind === "wordings" || suggestion.body !== "");

/** Publish, edit first, dismiss; what has to be written first has no Publish. */
export function GapActions({ gap, decision }: { gap: GapDetail; decision: Decision }) {
  const t = useTranslations("gaps");
  const [dismissing, setDismissing] = useState(false);
  const { suggestion, after } = gap;
  const written = isWritten(gap);
  const publish = () => void decision.publish();
  const edit = () => void decision.edit();
  useShortcuts({ ...(written && { p: publish }), ...(after && { e: edit }), x: () => setDismissing(true) });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <DropdownMenu
        align="end"
        open={dismissing}
        onOpenChange={setDismissing}
        trigger={
          <Button variant="quiet" aria-keyshortcuts="x">
            {t("action.dismiss")}
            <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
          </Button>
        }
      >
        {DISMISS_REASONS.map((reason) => (
          <DropdownMenuItem key={reason} onSelect={() => void decision.dismiss(reason)}>
            {t(`reason.${reason}`)}
          </DropdownMenuItem>
        ))}
      </DropdownMenu>
      {after ? (
        <Button
          variant={written ? "secondary" : "primary"}
          aria-keyshortcuts="e"
          pending={decision.pending}
          onClick={edit}
        >
          {t(written ? "action.edit" : gap.extended ? "action.writeInto" : "action.write")}
        </Button>
      ) : null}
      {written && suggestion ? (
        <Button variant="primary" aria-keyshortcuts="p" pending={decision.pending} onClick={publish}>
          {t(`action.${PUBLISH[suggestion.kind]}`)}
        </Button>
      ) : null}
    </div>
  );
}
