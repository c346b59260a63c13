"use client";

import en from "@/messages/en/crash.json";
import zh from "@/messages/zh/crash.json";
import { OpenCorner } from "../shared/open-corner";

type CrashViewProps = { error: Error & { digest?: string }; retry: () => void; locale: string };

/**
 * A page that failed: what to do, and the number under which the log knows it. Every public page carries it, so it takes
 * nothing from the kit.
 */
export function CrashView({ error, retry, locale }: CrashViewProps) {
  const words = locale.startsWith("zh") ? zh : en;
  return (
    <div role="alert" className="mx-auto max-w-measure px-6 pt-12">
      <OpenCorner />
      <h1 className="font-semibold text-20">{words.title}</h1>
      <p className="mt-1 text-14 text-muted">{words.body}</p>
      <button
        type="button"
        onClick={retry}
        className="mt-4 min-h-11 rounded-control bg-accent px-4 font-semibold text-14 text-on-accent hover:bg-accent-hover"
      >
        {words.retry}
      </button>
      {error.digest && (
        <p className="mt-4 text-12 text-faint">
          {words.reference} <code className="select-all font-mono">{error.digest}</code>
        </p>
      )}
    </div>
  );
}
