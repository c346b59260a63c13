import { useMutation } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { roleMay } from "@/lib/contracts/permissions";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { CorrectionPicker } from "./correction-picker";
import { useFailureWords } from "./use-conversation-actions";

/** What is taken for right unless somebody says otherwise: what staff named, or what it was answered from. */
export type LikelyRight = { articleId: string | null; title: string | null };

/** Makes a test case out of a question: with the likely right answer at one press, or with another. */
export function KeepCase({
  messageId,
  position,
  lang,
  likely,
}: {
  messageId: string;
  position: number;
  lang: string;
  likely: LikelyRight | null;
}) {
  const t = useTranslations("quality.keep");
  const words = useFailureWords();
  const [open, setOpen] = useState(false);
  const keep = useMutation(useTRPC().quality.keepCase.mutationOptions());
  if (!roleMay(useMe().role, "assistant:correct")) return null;
  const take = (articleId: string | null) => keep.mutate({ messageId, position, articleId });
  if (keep.isSuccess) {
    return (
      <p role="status" className="mt-1 text-12 text-muted">
        {t("kept")}{" "}
        <Link href="/quality/accuracy" className="text-accent hover:underline">
          {t("see")}
        </Link>
      </p>
    );
  }
  return (
    <div>
      {open ? (
        <>
          <p className="mt-2 text-12 text-muted">{t("title")}</p>
          {likely?.articleId && (
            <Button
              size={28}
              pending={keep.isPending}
              className="mt-1 max-w-full min-w-0"
              onClick={() => take(likely.articleId)}
            >
              <span lang={lang} className="truncate">
                {t("answered", { title: likely.title ?? "" })}
              </span>
            </Button>
          )}
          <CorrectionPicker lang={lang} pending={keep.isPending} onPick={take} onCancel={() => setOpen(false)} />
        </>
      ) : (
        <Button size={28} variant="link" className="text-12" onClick={() => setOpen(true)}>
          {t("open")}
        </Button>
      )}
      {keep.error && (
        <p role="alert" className="mt-1 text-danger">
          {words(keep.error)}
        </p>
      )}
    </div>
  );
}
