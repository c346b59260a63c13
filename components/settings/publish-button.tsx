"use client";

import { Button } from "@/components/ui/button";

/** What the three ways share: what went wrong, and the one button. */
export function PublishButton(props: { label: string; error: string | null; pending: boolean; onClick?: () => void }) {
  const { label, error, pending, onClick } = props;
  return (
    <>
      {error !== null && (
        <p role="alert" className="text-13 text-danger">
          {error}
        </p>
      )}
      <Button type={onClick ? "button" : "submit"} variant="primary" size={40} pending={pending} onClick={onClick}>
        {label}
      </Button>
    </>
  );
}
