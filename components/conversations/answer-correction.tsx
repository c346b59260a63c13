import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { roleMay } from "@/lib/contracts/permissions";
import { useMe } from "../layout/console-context";
import { type RouterOutputs, useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { CorrectionPicker } from "./correction-picker";
import { useFailureWords } from "./use-conversation-actions";

type Correction = RouterOutputs["assistant"]["trace"]["corrections"][number];

/** One question of a message: what should have answered it, as staff said, and the way to say so. */
export function AnswerCorrection({
  messageId,
  position,
  lang,
  corrections,
}: {
  messageId: string;
  position: number;
  lang: string;
  corrections: readonly Correction[];
}) {
  const t = useTranslations("conversations.trace.correction");
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const words = useFailureWords();
  const mayCorrect = roleMay(useMe().role, "assistant:correct");
  const [picking, setPicking] = useState(false);
  const onSuccess = async () => {
    await cache.invalidateQueries({ queryKey: trpc.assistant.trace.queryKey({ messageId }) });
    setPicking(false);
  };
  const correct = useMutation(trpc.assistant.correct.mutationOptions({ onSuccess }));
  const withdraw = useMutation(trpc.assistant.withdrawCorrection.mutationOptions({ onSuccess }));
  const said = corrections.find((correction) => correction.position === position);
  const error = correct.error ?? withdraw.error;
  const place = { messageId, position };
  return (
    <div className="mt-1">
      {said && (
        <p className="border-accent border-l-2 pl-2">
          <span className="block text-12 text-muted">{said.by ? t("by", { name: said.by }) : t("made")}</span>
          <span lang={lang}>{said.articleId === null ? t("nothing") : said.title}</span>
        </p>
      )}
      {mayCorrect && !picking && (
        <span className="flex gap-3">
          <Button size={28} variant="link" className="text-12" onClick={() => setPicking(true)}>
            {t(said ? "change" : "open")}
          </Button>
          {said && (
            <Button
              size={28}
              variant="link"
              className="text-12"
              pending={withdraw.isPending}
              onClick={() => withdraw.mutate(place)}
            >
              {t("undo")}
            </Button>
          )}
        </span>
      )}
      {picking && (
        <CorrectionPicker
          lang={lang}
          pending={correct.isPending}
          onPick={(articleId) => correct.mutate({ ...place, articleId })}
          onCancel={() => setPicking(false)}
        />
      )}
      {error && (
        <p role="alert" className="mt-1 text-danger">
          {words(error)}
        </p>
      )}
    </div>
  );
}
