import { useTranslations } from "next-intl";

export const SETUP_STEPS = ["language", "company", "admin", "knowledge"] as const;

/** Where one is in setting up: squares as on a ticket, with words for the present step. */
export function SetupSteps({ current }: { current: number }) {
  const t = useTranslations("setup");
  return (
    <p className="flex items-center gap-2 text-12 text-muted">
      {SETUP_STEPS.map((step, at) => (
        <span
          key={step}
          aria-hidden="true"
          className={`size-2.5 border border-text ${at < current ? "bg-text" : at === current ? "bg-accent" : ""}`}
        />
      ))}
      <span>{t("step", { step: current + 1, steps: SETUP_STEPS.length })}</span>
    </p>
  );
}
