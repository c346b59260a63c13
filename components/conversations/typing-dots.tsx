import { useTranslations } from "next-intl";

const DOTS = ["a", "b", "c"];

/** The customer is writing. */
export function TypingDots({ name }: { name: string }) {
  const t = useTranslations("conversations.thread");
  return (
    <p className="mt-1.5 pl-9">
      <span
        aria-hidden="true"
        className="inline-flex gap-1 rounded-bubble rounded-bl-chip border border-line bg-surface px-3.5 py-3"
      >
        {DOTS.map((dot) => (
          <span key={dot} className="size-1.5 rounded-full bg-faint" />
        ))}
      </span>
      <span className="sr-only">{t("typing", { name })}</span>
    </p>
  );
}
