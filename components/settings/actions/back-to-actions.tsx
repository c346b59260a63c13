import { useTranslations } from "next-intl";

/** The way back to the list. */
export function BackToActions() {
  const t = useTranslations("actions.form");
  return (
    <p className="-mt-2 pb-4 text-13">
      <a href="/settings/actions" className="text-accent hover:underline">
        {t("back")}
      </a>
    </p>
  );
}
