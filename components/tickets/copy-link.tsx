"use client";

import { useClipboard } from "@/components/shared/use-clipboard";
import { Button } from "@/components/ui/button";
import { controlStyles } from "@/components/ui/control-styles";

export interface CopyLinkProps {
  url: string;
  words: { link: string; copy: string; copied: string };
}

/** An address to keep: shown whole and selectable; the button, where scripts run, copies it. */
export function CopyLink({ url, words }: CopyLinkProps) {
  const { copied, copy } = useClipboard();
  return (
    <div className="flex gap-2">
      <input
        readOnly
        aria-label={words.link}
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className={controlStyles({ controlSize: 44, className: "font-mono" })}
      />
      {copy && (
        <Button size={44} onClick={() => copy(url)}>
          {copied ? words.copied : words.copy}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? words.copied : ""}
      </span>
    </div>
  );
}
