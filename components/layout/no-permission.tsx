import { useTranslations } from "next-intl";
import { EmptyState } from "../shared/empty-state";

/** A page the role does not open, and who can change that. */
export function NoPermission() {
  const t = useTranslations("shared.noPermission");
  return <EmptyState page title={t("title")} body={t("body")} className="mt-[20vh] ml-[10%]" />;
}
