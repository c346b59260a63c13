"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { UpdateTicketInput } from "@/lib/contracts/tickets";
import { useTRPC } from "../layout/trpc-client";
import { serviceErrorOf } from "../shared/service-error";
import { expireToast, showToast } from "../ui/toast-store";
import type { TicketDetail } from "./ticket-types";
import { TICKET_LIST_KEY } from "./use-ticket-list";

export type TicketPatch = Omit<UpdateTicketInput, "ticketId" | "version">;

/** A patch as the head of the ticket will show it. */
const shownBy = (patch: TicketPatch): Partial<TicketDetail> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

/**
 * Changes a ticket: shown at once, taken back when the server refuses, and for eight seconds by Undo.
 * @returns `change(patch, words)` where `words` names what happened; `problem` is why the last change was refused.
 */
export function useTicketChange(ticket: TicketDetail) {
  const t = useTranslations("tickets.detail");
  const errors = useTranslations("errors");
  const [trpc, cache] = [useTRPC(), useQueryClient()];
  const [problem, setProblem] = useState<string | null>(null);
  // Only the last change can be taken back, so the offer to undo the one before goes.
  const offer = useRef<number>(undefined);
  const queryKey = trpc.tickets.get.queryKey({ ticketId: ticket.id });
  const patchShown = (patch: Partial<TicketDetail>) =>
    cache.setQueryData(queryKey, (shown) => (shown ? { ...shown, ...patch } : shown));
  const readAgain = () => {
    for (const key of [queryKey, TICKET_LIST_KEY, trpc.tickets.counts.queryKey()]) {
      cache.invalidateQueries({ queryKey: key }).catch(() => undefined);
    }
  };
  const refused = (error: unknown) => {
    const { code } = serviceErrorOf(error);
    const conflict = code === "version_conflict" || code === "nothing_to_undo";
    setProblem(conflict ? t("conflict") : errors.has(code) ? errors(code) : errors("internal"));
    readAgain();
  };
  const update = useMutation(trpc.tickets.update.mutationOptions({ onError: refused, onSettled: readAgain }));
  const undo = useMutation(trpc.tickets.undo.mutationOptions({ onError: refused, onSettled: readAgain }));

  function change(patch: TicketPatch, words: string): void {
    setProblem(null);
    const before = cache.getQueryData(queryKey) ?? ticket;
    patchShown(shownBy(patch));
    update.mutate(
      { ticketId: ticket.id, version: before.version, ...patch },
      {
        onSuccess: ({ version, status }) => {
          patchShown({ version, status });
          const onUndo = () => undo.mutate({ ticketId: ticket.id, version });
          if (offer.current !== undefined) expireToast(offer.current);
          offer.current = showToast({ message: words, onUndo });
        },
        onError: () => cache.setQueryData(queryKey, before),
      },
    );
  }
  return { change, problem, pending: update.isPending || undo.isPending };
}
