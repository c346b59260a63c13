"use client";

import { useClipboard } from "@/components/shared/use-clipboard";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A secret or link that is shown once: selectable as a whole, with a copy button where the browser can. */
export function CopyField({ value, words }: { value: string; words: { label: string; copy: string; copied: string } }) {
  const { copied, copy } = useClipboard();
  return (
    <div className="flex gap-2">
      <Input
        readOnly
        aria-label={words.label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="font-mono"
      />
      {copy && (
        <Button onClick={() => copy(value)}>
          <span role="status">{copied ? words.copied : words.copy}</span>
        </Button>
      )}
    </div>
  );
}
