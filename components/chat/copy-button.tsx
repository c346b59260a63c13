import { useClipboard } from "../shared/use-clipboard";
import { Button } from "../ui/button";

type CopyButtonProps = { path: string; label: string; done: string };

/** Copies an address of this site; says so in its own label. Absent where the browser cannot. */
export function CopyButton({ path, label, done }: CopyButtonProps) {
  const { copied, copy } = useClipboard();
  if (!copy) return null;
  return (
    <Button size={40} onClick={() => copy(new URL(path, location.href).href)}>
      {copied ? done : label}
    </Button>
  );
}
