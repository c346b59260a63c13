"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Sheet } from "../ui/sheet";

/** What stands beside a conversation: a pane from 1280 px on, else a drawer. */
export function SidePane({
  open,
  onOpenChange,
  pane,
  drawer,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  pane: ReactNode;
  drawer: ReactNode;
}) {
  const t = useTranslations("conversations.panel");
  return (
    <>
      <aside aria-label={t("label")} className="w-80 shrink-0 overflow-y-auto border-line border-l max-xl:hidden">
        {pane}
      </aside>
      <Sheet open={open} onOpenChange={onOpenChange} title={t("label")} closeLabel={t("close")}>
        {drawer}
      </Sheet>
    </>
  );
}
