"use client";

import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { ShapeName } from "@/components/ui/shape";
import type { Outcome } from "@/lib/contracts/evaluation";

const SHAPES: Record<Outcome, ShapeName> = {
  right: "full",
  among_choices: "half",
  asked_back: "empty",
  handed_over: "empty",
  wrong_source: "cross",
  answered: "cross",
};

/** What became of a case, in words with a shape; null while it has not been asked. */
export function OutcomeChip({ outcome }: { outcome: Outcome | null }) {
  const t = useTranslations("quality.outcome");
  if (!outcome) return <Chip tone="muted">{t("unmeasured")}</Chip>;
  const wrong = SHAPES[outcome] === "cross";
  return (
    <Chip shape={SHAPES[outcome]} tone={wrong ? "danger" : outcome === "right" ? "plain" : "muted"}>
      {t(outcome)}
    </Chip>
  );
}
