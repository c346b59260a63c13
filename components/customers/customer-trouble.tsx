"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/components/shared/error-state";
import { serviceErrorOf } from "@/components/shared/service-error";
import { Button } from "@/components/ui/button";

/** Why a customer is not shown, and the way on. */
export function CustomerTrouble({ error, onRetry, flush }: { error: unknown; onRetry: () => void; flush?: boolean }) {
  const t = useTranslations("customers");
  if (serviceErrorOf(error).code === "customer_not_found") {
    return <ErrorState title={t("gone")} body={t("goneBody")} flush={flush} />;
  }
  return <ErrorState title={t("failed")} action={<Button onClick={onRetry}>{t("retry")}</Button>} flush={flush} />;
}
