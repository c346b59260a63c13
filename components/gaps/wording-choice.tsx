import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n";
import { Checkbox } from "../ui/checkbox";

type WordingChoiceProps = {
  locale: Locale;
  questions: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** The wordings that would be added; any of them can be left out. */
export function WordingChoice({ locale, questions, chosen, onChange }: WordingChoiceProps) {
  const t = useTranslations("gaps.change");
  return (
    <fieldset>
      <legend className="pb-1 text-12 text-muted">{t("wordingsLabel")}</legend>
      <div className="flex flex-col gap-1">
        {questions.map((question) => (
          <Checkbox
            key={question}
            checked={chosen.includes(question)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(questions.filter((each) => (each === question ? checked : chosen.includes(each))))
            }
            label={
              <span lang={locale} className="[overflow-wrap:anywhere]">
                {question}
              </span>
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
