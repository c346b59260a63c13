"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { CustomerPanel } from "../customers/customer-panel";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { useShortcuts } from "../shared/use-shortcuts";
import { rightsOn } from "./conversation-rights";
import { KnowledgeSearch } from "./knowledge-search";

/** Beside a conversation: what the articles say, and who the customer is. */
export function SidePanel({ conversationId, onInsert }: { conversationId: string; onInsert: (text: string) => void }) {
  const [trpc, me] = [useTRPC(), useMe()];
  const field = useRef<HTMLInputElement>(null);
  const { data: conversation } = useQuery(trpc.conversations.get.queryOptions({ conversationId }));
  useShortcuts({ "/": () => field.current?.focus() });
  if (!conversation) return null;
  const { reply, note, take } = rightsOn(conversation, me);
  return (
    <div className="flex flex-col [&>section:first-child]:border-t-0 [&>section:first-child]:border-b">
      <KnowledgeSearch lang={conversation.locale} field={field} onInsert={(reply || note) && !take ? onInsert : null} />
      <CustomerPanel customerId={conversation.customerId} conversationId={conversationId} />
    </div>
  );
}
