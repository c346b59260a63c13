import { useTranslations } from "next-intl";
import { Chip } from "../ui/chip";
import { type LanguageState, STATE_SHAPES } from "./version-mark";

/** The state of one language in words, with its shape. */
export function LanguageMark({ state }: { state: LanguageState }) {
  const t = useTranslations("knowledge.state");
  const quiet = state === "missing" || state === "archived";
  return (
    <Chip shape={STATE_SHAPES[state]} tone={quiet ? "muted" : "plain"}>
      {t(state)}
    </Chip>
  );
}
