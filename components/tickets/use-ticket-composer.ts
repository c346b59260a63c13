"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { TicketStatus } from "@/lib/contracts/tickets";
import { newId } from "@/lib/ids";
import { useDraft } from "../conversations/use-draft";
import { useTRPC } from "../layout/trpc-client";
import type { TicketDetail } from "./ticket-types";

export type ComposerKind = "reply" | "note";

/** What is being written on a ticket and how it is sent. A retry after a lost response stores nothing twice. */
export function useTicketComposer(ticket: TicketDetail) {
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const draft = useDraft(`ticket.${ticket.id}`);
  const [kind, setKind] = useState<ComposerKind>("reply");
  const [then, setThen] = useState<TicketStatus | "">("");
  // The same id until it is stored or the words change: the server knows a second try by it.
  const attempt = useRef<{ text: string; id: string } | null>(null);
  const latest = useRef("");
  latest.current = draft.text;
  const onSuccess = (_stored: unknown, sent: { text: string }) => {
    attempt.current = null;
    // What was written meanwhile stays.
    if (latest.current.trim() === sent.text) draft.change("");
    setThen("");
    cache.invalidateQueries({ queryKey: trpc.tickets.get.queryKey({ ticketId: ticket.id }) }).catch(() => undefined);
  };
  const reply = useMutation(trpc.tickets.reply.mutationOptions({ onSuccess }));
  const note = useMutation(trpc.tickets.note.mutationOptions({ onSuccess }));

  function send(): void {
    const text = draft.text.trim();
    if (!text || reply.isPending || note.isPending) return;
    if (attempt.current?.text !== text) attempt.current = { text, id: newId("ticketMessage") };
    const message = { ticketId: ticket.id, text, clientMessageId: attempt.current.id };
    if (kind === "note") note.mutate(message);
    else reply.mutate({ ...message, status: then || undefined });
  }
  const failed = reply.isError || note.isError;
  return { draft, kind, setKind, then, setThen, send, failed, pending: reply.isPending || note.isPending };
}
