"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A secret or link that is shown once: selectable as a whole, with a copy button. */
export function CopyField({ value, words }: { value: string; words: { label: string; copy: string; copied: string } }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div className="flex gap-2">
      <Input
        readOnly
        aria-label={words.label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono"
      />
      <Button onClick={copy}>
        <span role="status">{copied ? words.copied : words.copy}</span>
      </Button>
    </div>
  );
}
