"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../ui/dialog";
import { Kbd } from "../ui/kbd";
import { keyCaps } from "./key-caps";

const KEYS = ["j", "k", "enter", "r", "n", "a", "e", "/", "z", "mod+k", "?"] as const;

/** The list of keys. */
export function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("shared.keys");
  const shared = useTranslations("shared");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()} title={t("title")} closeLabel={shared("close")}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {KEYS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{keyCaps(key)}</Kbd>
            </dt>
            <dd>{t(`does.${key === "/" ? "slash" : key === "?" ? "question" : key === "mod+k" ? "palette" : key}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-12 text-muted">{t("off")}</p>
    </Dialog>
  );
}
