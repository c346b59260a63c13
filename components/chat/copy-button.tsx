import { useState } from "react";
import { Button } from "../ui/button";

type CopyButtonProps = { path: string; label: string; done: string };

/** Copies an address of this site; says so in its own label. Absent where the browser cannot. */
export function CopyButton({ path, label, done }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  if (typeof navigator === "undefined" || !navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(path, location.href).href);
    setCopied(true);
  };
  return (
    <Button size={40} onClick={() => copy().catch(() => setCopied(false))}>
      {copied ? done : label}
    </Button>
  );
}
