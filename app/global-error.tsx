"use client";

import { CrashView } from "@/components/help/crash-view";
import "./globals.css";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** The last resort, when even a root layout failed: a document of its own. */
export default function GlobalError({ error, reset }: ErrorProps) {
  const locale = typeof location !== "undefined" && location.pathname.startsWith("/en") ? "en" : "zh";
  return (
    <html lang={locale}>
      <body className="bg-bg text-16 text-text">
        <CrashView error={error} retry={reset} locale={locale} />
      </body>
    </html>
  );
}
