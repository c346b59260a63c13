import { useTranslations } from "next-intl";
import { EmptyState } from "../shared/empty-state";
import { buttonStyles } from "../ui/button";

/** A 404 inside the console. */
export function MissingPage() {
  const t = useTranslations("shared.missingPage");
  const back = (
    <a href="/sign-in" className={buttonStyles({})}>
      {t("inbox")}
    </a>
  );
  return <EmptyState page title={t("title")} body={t("body")} action={back} className="mt-[15vh] ml-[10%]" />;
}
