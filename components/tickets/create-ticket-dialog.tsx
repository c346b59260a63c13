"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { newId } from "@/lib/ids";
import { useTRPC } from "../layout/trpc-client";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Skeleton } from "../ui/skeleton";
import { CreateTicketForm } from "./create-ticket-form";

export interface CreateTicketDialogProps {
  conversationId: string;
  open: boolean;
  onClose: () => void;
  /** Called with the stored ticket; the dialog has closed by then. */
  onCreated: (ticket: { id: string; number: number }) => void;
}

const FORM_ID = "create-ticket";

/** Makes a ticket of a conversation: everything is written already, an agent only checks it. */
export function CreateTicketDialog({ conversationId, open, onClose, onCreated }: CreateTicketDialogProps) {
  const t = useTranslations("tickets.create");
  const shared = useTranslations("shared");
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const { data: draft } = useQuery({ ...trpc.tickets.draft.queryOptions({ conversationId }), enabled: open });
  const [submissionId] = useState(() => newId("ticket"));
  const { mutate, isPending, isError } = useMutation(
    trpc.tickets.create.mutationOptions({
      onSuccess: (ticket) => {
        cache.invalidateQueries({ queryKey: trpc.customers.tickets.pathKey() }).catch(() => undefined);
        onClose();
        onCreated(ticket);
      },
    }),
  );
  // A double click submits twice before the button says that it is busy.
  const isSending = () => cache.isMutating({ mutationKey: trpc.tickets.create.mutationKey() }) > 0;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("title")}
      description={t("hint")}
      closeLabel={shared("close")}
      className="w-[min(560px,calc(100vw-32px))]"
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM_ID} variant="primary" pending={isPending || !draft}>
            {isPending ? t("creating") : t("submit")}
          </Button>
        </>
      }
    >
      {draft ? (
        <CreateTicketForm
          id={FORM_ID}
          draft={draft}
          problem={isError ? t("failed") : null}
          onSubmit={(fields) => isSending() || mutate({ ...fields, conversationId, submissionId })}
        />
      ) : (
        <Skeleton className="h-72" />
      )}
    </Dialog>
  );
}
