import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/shared/error-state";

/** A page the reader's role does not open, and who can change that. */
export function Forbidden() {
  const t = useTranslations("settings.forbidden");
  return <ErrorState flush page title={t("title")} body={t("body")} />;
}
