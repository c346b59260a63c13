import { cx } from "class-variance-authority";
import { StickyNote } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "../ui/avatar";

type Side = "customer" | "agent" | "note";

const BOXES: Record<Side, string> = {
  customer: "border-line bg-surface rounded-bl-chip",
  agent: "border-transparent bg-accent-soft rounded-br-chip",
  note: "border-transparent bg-warning-soft rounded-br-chip",
};

/** What a person wrote: customers left, agents right, notes right on the warning tint with a word. */
export function MessageBubble({
  side,
  name,
  first,
  last,
  label,
  faded = false,
  children,
  foot,
}: {
  side: Side;
  name: string;
  first: boolean;
  last: boolean;
  /** Read in front of the body: who spoke and in what role. */
  label: string;
  faded?: boolean;
  children: ReactNode;
  foot?: ReactNode;
}) {
  const t = useTranslations("conversations.message");
  const own = side !== "customer";
  return (
    <div className={cx("flex items-end gap-2", own && "flex-row-reverse")}>
      <span className="w-7 shrink-0">{last && <Avatar name={name} />}</span>
      <div className={cx("flex min-w-0 max-w-[80%] flex-col", own && "items-end")}>
        {first && own && (
          <span aria-hidden="true" className="mb-1 px-1 text-12 text-muted">
            {name}
          </span>
        )}
        <div className={cx("max-w-full rounded-bubble border px-3.5 py-2", BOXES[side], faded && "opacity-70")}>
          <span className="sr-only">{label}</span>
          {side === "note" && (
            <span className="mb-0.5 flex items-center gap-1 text-12 text-warning">
              <StickyNote size={12} strokeWidth={1.75} aria-hidden />
              {t("note")}
            </span>
          )}
          {children}
        </div>
        {foot}
      </div>
    </div>
  );
}
