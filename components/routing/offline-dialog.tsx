"use client";

import { useTranslations } from "next-intl";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

/** Asks what becomes of open conversations when their agent goes offline. */
export function OfflineDialog({
  open,
  load,
  onClose,
  onDecide,
}: {
  open: boolean;
  load: number;
  onClose: () => void;
  onDecide: (giveBack: boolean) => void;
}) {
  const t = useTranslations("routing.offline");
  const shared = useTranslations("shared");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("title", { count: load })}
      closeLabel={shared("close")}
      footer={
        <>
          <Button onClick={() => onDecide(false)}>{t("keep")}</Button>
          <Button variant="primary" onClick={() => onDecide(true)}>
            {t("giveBack")}
          </Button>
        </>
      }
    >
      <p className="text-muted">{t("body")}</p>
    </Dialog>
  );
}
