import Link from "next/link";
import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/shared/empty-state";
import { buttonStyles } from "@/components/ui/button";

export default function ArticleNotFound() {
  const t = useTranslations("knowledge");
  return (
    <EmptyState
      page
      title={t("gone")}
      body={t("goneHint")}
      action={
        <Link href="/knowledge" className={buttonStyles({})}>
          {t("back")}
        </Link>
      }
    />
  );
}
