"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TimeZoneField } from "./time-zone-field";

/** The company's language, which is the page's, and its time zone: the reader's own once the browser has told it. */
export function OwnTimeZone() {
  const t = useTranslations("setup.language");
  const locale = useLocale();
  const [zone, setZone] = useState("Asia/Shanghai");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <TimeZoneField key={zone} label={t("timeZone")} hint={t("timeZoneHint")} initial={zone} controlSize={40} />
    </>
  );
}
