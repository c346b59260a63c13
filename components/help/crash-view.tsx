"use client";

import en from "@/messages/en/crash.json";
import zh from "@/messages/zh/crash.json";
import { ErrorState } from "../shared/error-state";
import { Button } from "../ui/button";

type CrashViewProps = { error: Error & { digest?: string }; retry: () => void; locale: string };

/** A page that failed: what to do, and the number under which the log knows it. */
export function CrashView({ error, retry, locale }: CrashViewProps) {
  const words = locale.startsWith("zh") ? zh : en;
  return (
    <ErrorState
      className="mx-auto pt-12"
      title={words.title}
      body={words.body}
      action={
        <Button variant="primary" size={40} onClick={retry}>
          {words.retry}
        </Button>
      }
      reference={error.digest ? { label: words.reference, value: error.digest } : undefined}
    />
  );
}
