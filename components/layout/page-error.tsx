"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "../shared/error-state";
import { Button } from "../ui/button";

/** What a signed-in page shows instead of itself when it failed: try again, and the number under which it is logged. */
export function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("shared.pageError");
  return (
    <ErrorState
      page
      title={t("title")}
      body={t("body")}
      action={
        <Button variant="primary" onClick={reset}>
          {t("retry")}
        </Button>
      }
      reference={error.digest ? { label: t("reference"), value: error.digest } : undefined}
      className="mt-[15vh] ml-[10%]"
    />
  );
}
