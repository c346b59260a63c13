"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { roleMay } from "@/lib/contracts/permissions";
import { isLocale } from "@/lib/i18n";
import { useCustomerName } from "../customers/use-customer-name";
import { CommandGroup, CommandItem } from "../ui/command-palette";
import { useMe } from "./console-context";
import { useTRPC } from "./trpc-client";

const PAUSE_MS = 200;
const SHOWN = 5;

/** What is typed, once the typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

type Found = { id: string; href: string; title: ReactNode; detail?: string };

function FoundGroup({ heading, found, onGo }: { heading: string; found: Found[]; onGo: (href: string) => void }) {
  if (found.length === 0) return null;
  return (
    <CommandGroup heading={heading}>
      {found.map(({ id, href, title, detail }) => (
        <CommandItem key={id} value={id} onSelect={() => onGo(href)}>
          {title}
          {detail && <span className="ml-2 text-muted">{detail}</span>}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

/** Conversations, customers, tickets and articles that what is typed finds; each asked only by those who may read it. */
export function FoundCommands({ query, onGo }: { query: string; onGo: (href: string) => void }) {
  const t = useTranslations("shared.palette");
  const [trpc, me, locale, nameOf] = [useTRPC(), useMe(), useLocale(), useCustomerName()];
  const text = useSettled(query.trim());
  const asked = (permission: Parameters<typeof roleMay>[1]) => ({
    enabled: text !== "" && roleMay(me.role, permission),
    staleTime: 10_000,
  });
  const conversations = useQuery({
    ...trpc.conversations.search.queryOptions({ text }),
    ...asked("conversations:read"),
  });
  const customers = useQuery({ ...trpc.customers.list.queryOptions({ search: text }), ...asked("customers:read") });
  const tickets = useQuery({
    ...trpc.tickets.list.queryOptions({ view: "all", search: text }),
    ...asked("tickets:read"),
  });
  const articles = useQuery({
    ...trpc.knowledge.list.queryOptions({ locale: isLocale(locale) ? locale : "zh", text, limit: SHOWN }),
    ...asked("knowledge:read"),
  });
  if (text === "") return null;
  return (
    <>
      <FoundGroup
        heading={t("conversations")}
        onGo={onGo}
        found={(conversations.data ?? []).map(({ id, customerName: name, customerNumber: number, preview }) => ({
          id,
          href: `/inbox/${id}?view=all`,
          title: nameOf({ name, number }),
          detail: preview ?? undefined,
        }))}
      />
      <FoundGroup
        heading={t("customers")}
        onGo={onGo}
        found={(customers.data?.customers ?? []).slice(0, SHOWN).map(({ id, name, number }) => ({
          id,
          href: `/customers/${id}`,
          title: nameOf({ name, number }),
        }))}
      />
      <FoundGroup
        heading={t("tickets")}
        onGo={onGo}
        found={(tickets.data?.tickets ?? []).slice(0, SHOWN).map(({ id, number, subject }) => ({
          id,
          href: `/tickets/${id}`,
          title: `#${number}`,
          detail: subject,
        }))}
      />
      <FoundGroup
        heading={t("articles")}
        onGo={onGo}
        found={(articles.data?.articles ?? []).slice(0, SHOWN).map(({ id, title }) => ({
          id,
          href: `/knowledge/${id}`,
          title,
        }))}
      />
    </>
  );
}
