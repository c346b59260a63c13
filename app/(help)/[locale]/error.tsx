"use client";

import { useParams } from "next/navigation";
import { CrashView } from "@/components/help/crash-view";

type ErrorProps = { error: Error & { digest?: string }; reset: () => void };

export default function HelpError({ error, reset }: ErrorProps) {
  const { locale } = useParams<{ locale: string }>();
  return <CrashView error={error} retry={reset} locale={locale} />;
}
