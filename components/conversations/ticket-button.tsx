"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CreateTicketDialog } from "../tickets/create-ticket-dialog";
import { Button } from "../ui/button";
import { showToast } from "../ui/toast-store";

/** Makes a ticket of the conversation and tells its number. */
export function TicketButton({ conversationId }: { conversationId: string }) {
  const t = useTranslations("conversations.thread");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("ticket")}</Button>
      {open && (
        <CreateTicketDialog
          conversationId={conversationId}
          open
          onClose={() => setOpen(false)}
          onCreated={({ number }) => showToast({ message: t("ticketCreated", { number: String(number) }) })}
        />
      )}
    </>
  );
}
