"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { Fragment } from "react";
import type { Locale } from "@/lib/i18n";

const LANGUAGES = [
  { locale: "zh", name: "中文" },
  { locale: "en", name: "English" },
] as const;

/** 中文 / English: the same page in the other language, also without JavaScript. */
export function LanguageSwitch({ locale, label }: { locale: Locale; label: string }) {
  const rest = usePathname().replace(/^\/[^/]*/, "");
  const query = useSearchParams().toString();
  return (
    <ul aria-label={label} className="flex items-center text-14">
      {LANGUAGES.map((language, index) => (
        <Fragment key={language.locale}>
          {index > 0 && (
            <li aria-hidden="true" className="px-1 text-faint">
              /
            </li>
          )}
          <li>
            <a
              href={`/${language.locale}${rest}${query ? `?${query}` : ""}`}
              lang={language.locale}
              hrefLang={language.locale}
              aria-current={language.locale === locale ? "true" : undefined}
              className="flex min-h-11 items-center hover:underline aria-[current]:font-semibold"
            >
              {language.name}
            </a>
          </li>
        </Fragment>
      ))}
    </ul>
  );
}
