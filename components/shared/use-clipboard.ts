import { useEffect, useState } from "react";

const SHOWN_MS = 4_000;

/**
 * Copies text, and says for a while that it has. `copy` is null where the browser cannot: on the server, and over plain
 * HTTP from another machine. Show the text itself too, to be selected.
 */
export function useClipboard(): { copied: boolean; copy: ((text: string) => void) | null } {
  const [usable, setUsable] = useState(false);
  const [copied, setCopied] = useState(false);
  useEffect(() => setUsable(Boolean(navigator.clipboard)), []);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (text: string) => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return { copied, copy: usable ? copy : null };
}
