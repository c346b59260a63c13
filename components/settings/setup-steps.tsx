import { useTranslations } from "next-intl";

/** The squares of a wizard of up to five steps. */
const PLACES = [0, 1, 2, 3, 4];
/** Language, company, administrator, knowledge. */
export const SETUP_STEP_COUNT = 4;

/** Where one is in setting up: squares as on a ticket, with words for the present step. */
export function SetupSteps({ current, count }: { current: number; count: number }) {
  const t = useTranslations("setup");
  return (
    <p className="flex items-center gap-2 text-12 text-muted">
      {PLACES.slice(0, count).map((at) => (
        <span
          key={at}
          aria-hidden="true"
          className={`size-2.5 border border-text ${at < current ? "bg-text" : at === current ? "bg-accent" : ""}`}
        />
      ))}
      <span>{t("step", { step: current + 1, steps: count })}</span>
    </p>
  );
}
