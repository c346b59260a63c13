"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CopyField } from "./copy-field";

export type IssuedLink = { name: string; link: string };

/** The link with which someone sets their password, to be handed over by hand where no mail goes out. */
export function LinkDialog({ issued, onClose }: { issued: IssuedLink | null; onClose: () => void }) {
  const t = useTranslations("team");
  return (
    <Dialog
      open={issued !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("link.title", { name: issued?.name ?? "" })}
      description={t("link.description")}
      closeLabel={t("close")}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("link.done")}
        </Button>
      }
    >
      <CopyField
        value={issued?.link ?? ""}
        words={{ label: t("link.label"), copy: t("link.copy"), copied: t("link.copied") }}
      />
    </Dialog>
  );
}
