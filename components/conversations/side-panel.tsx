"use client";

import { useQuery } from "@tanstack/react-query";
import type { RefObject } from "react";
import { CustomerPanel } from "../customers/customer-panel";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { rightsOn } from "./conversation-rights";
import { KnowledgeSearch } from "./knowledge-search";
import { OpeningWords } from "./opening-words";
import { Recommended } from "./recommended";

/** Beside a conversation: what the articles say, what may help, and who the customer is. */
export function SidePanel({
  conversationId,
  field,
  onInsert,
}: {
  conversationId: string;
  /** The search field, for the key that jumps to it. */
  field?: RefObject<HTMLInputElement | null>;
  onInsert: (text: string) => void;
}) {
  const [trpc, me] = [useTRPC(), useMe()];
  const { data: conversation } = useQuery(trpc.conversations.get.queryOptions({ conversationId }));
  if (!conversation) return null;
  const { reply, note, take } = rightsOn(conversation, me);
  // Who proved by a code to be a customer is that customer, not the visitor the browser knows.
  const provedId = conversation.handoff?.card.who?.customerId;
  const insert = (reply || note) && !take ? onInsert : null;
  return (
    <div className="flex flex-col [&>section:first-child]:border-t-0 [&>section:first-child]:border-b">
      <KnowledgeSearch lang={conversation.locale} field={field} onInsert={insert} />
      {insert && <OpeningWords conversationId={conversationId} lang={conversation.locale} onInsert={insert} />}
      <Recommended conversationId={conversationId} lang={conversation.locale} onInsert={insert} />
      <CustomerPanel customerId={provedId ?? conversation.customerId} conversationId={conversationId} />
    </div>
  );
}
