import { useFormatter, useTranslations } from "next-intl";
import type { RouterOutputs } from "../layout/trpc-client";
import { TraceFact } from "./trace-fact";

/** What an answer cost, and its conversation up to it; nothing where no model was asked. */
export function AnswerCost({ spent }: { spent: RouterOutputs["assistant"]["trace"]["spent"] }) {
  const t = useTranslations("conversations.trace");
  const format = useFormatter();
  const { answer, conversation, currency } = spent;
  const lines = [
    ["cost", answer],
    ["costSoFar", conversation],
  ] as const;
  return lines.map(
    ([label, used]) =>
      used && (
        <TraceFact key={label} label={t(label)}>
          {format.number(used.cost, { style: "currency", currency, maximumFractionDigits: 4 })}
          <span className="text-muted"> · {t("tokens", { input: used.input, output: used.output })}</span>
        </TraceFact>
      ),
  );
}
