import type { ReactNode } from "react";
import { Mark } from "@/components/shared/mark";

export interface AuthCardProps {
  title: ReactNode;
  description?: ReactNode;
  /** Other ways in, help. */
  footer?: ReactNode;
  children: ReactNode;
}

/** Sign-in, invitation, reset, set-up: one column on the page itself, no card. */
export function AuthCard({ title, description, footer, children }: AuthCardProps) {
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-[400px] flex-col px-4 pt-[14vh] pb-12">
      <Mark size={32} />
      <h1 className="mt-6 font-semibold text-20">{title}</h1>
      {description ? <p className="mt-1 text-14 text-muted">{description}</p> : null}
      <div className="mt-6 flex flex-col gap-4">{children}</div>
      {footer ? <div className="mt-8 border-line border-t pt-4 text-13 text-muted">{footer}</div> : null}
    </main>
  );
}
