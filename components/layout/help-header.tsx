import type { ReactNode } from "react";
import { buttonStyles } from "@/components/ui/button";
import { SkipLink } from "./skip-link";

export interface HelpHeaderProps {
  companyName: string;
  /** The company's logo, 28 px high, without alternative text: the name stands beside it. */
  logo?: ReactNode;
  homeHref: string;
  skipLabel: string;
  navigationLabel: string;
  /** My requests and the like. */
  links?: readonly { href: string; label: string }[];
  /** The same page in the other languages, each named in its own. */
  languages: readonly { href: string; label: string; lang: string }[];
  /** The way to a person; "Leave a message" when nobody is there. */
  talk?: { href: string; label: string };
}

/** The top of every help-center page: the company's name, not ours. Plain links, no JavaScript. */
export function HelpHeader(props: HelpHeaderProps) {
  const { companyName, logo, homeHref, skipLabel, navigationLabel, links = [], languages, talk } = props;
  return (
    <header>
      <SkipLink label={skipLabel} />
      <div className="mx-auto flex min-h-16 max-w-[960px] flex-wrap items-center justify-between gap-x-6 px-4 py-2 sm:px-6">
        <a href={homeHref} className="flex min-h-11 items-center gap-2 font-semibold text-16">
          {logo}
          {companyName}
        </a>
        <nav aria-label={navigationLabel} className="flex flex-wrap items-center gap-x-5 text-14">
          {links.map(({ href, label }) => (
            <a key={href} href={href} className="inline-flex min-h-11 items-center hover:underline">
              {label}
            </a>
          ))}
          {languages.map(({ href, label, lang }) => (
            <a
              key={lang}
              href={href}
              lang={lang}
              hrefLang={lang}
              className="inline-flex min-h-11 items-center hover:underline"
            >
              {label}
            </a>
          ))}
          {talk ? (
            <a href={talk.href} className={buttonStyles({ variant: "secondary", size: 40 })}>
              {talk.label}
            </a>
          ) : null}
        </nav>
      </div>
    </header>
  );
}
