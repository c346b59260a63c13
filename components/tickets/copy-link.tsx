"use client";

import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlStyles } from "@/components/ui/control-styles";

export interface CopyLinkProps {
  url: string;
  words: { link: string; copy: string; copied: string };
}

const SHOWN_MS = 4_000;

/** An address to keep: shown whole and selectable; the button, where scripts run, copies it. */
export function CopyLink({ url, words }: CopyLinkProps) {
  const [usable, setUsable] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setUsable(Boolean(navigator.clipboard)), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => navigator.clipboard.writeText(url).then(() => setCopied(true));
  return (
    <div className="flex gap-2">
      <input
        readOnly
        aria-label={words.link}
        value={url}
        onFocus={(event) => event.currentTarget.select()}
        className={controlStyles({ controlSize: 44, className: "font-mono" })}
      />
      {usable && (
        <Button size={44} onClick={copy}>
          {copied ? words.copied : words.copy}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? words.copied : ""}
      </span>
    </div>
  );
}
