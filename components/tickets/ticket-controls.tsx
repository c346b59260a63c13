"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PRIORITIES } from "@/lib/contracts/conversations";
import { TICKET_STATUSES, TICKET_TYPES } from "@/lib/contracts/tickets";
import { useTRPC } from "../layout/trpc-client";
import { Select } from "../ui/select";
import type { TicketDetail } from "./ticket-types";
import type { TicketPatch } from "./use-ticket-change";

export interface TicketControlsProps {
  ticket: TicketDetail;
  change: (patch: TicketPatch, words: string) => void;
}

type Option = { value: string; label: string };

/** Status, priority, type, assignee and team as the system's own selects; only legal statuses are offered. */
export function TicketControls({ ticket, change }: TicketControlsProps) {
  const t = useTranslations("tickets");
  const people = usePeople(ticket);
  const options = (kind: "status" | "priority" | "type", values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: t(`${kind}.${value}`) }));
  function setPerson(id: string): void {
    const name = people.assignees.find(({ value }) => value === id)?.label ?? "";
    change(
      { assigneeId: id || null },
      id ? t("detail.changed.assignee", { to: name }) : t("detail.changed.unassigned"),
    );
  }
  function setTeam(id: string): void {
    const name = people.teams.find(({ value }) => value === id)?.label ?? "";
    change({ teamId: id || null }, id ? t("detail.changed.team", { to: name }) : t("detail.changed.noTeam"));
  }
  function setStatus(raw: string): void {
    const status = TICKET_STATUSES.find((known) => known === raw);
    if (status) change({ status }, t("detail.changed.status", { to: t(`status.${status}`) }));
  }
  function setPriority(raw: string): void {
    const priority = PRIORITIES.find((known) => known === raw);
    if (priority) change({ priority }, t("detail.changed.priority", { to: t(`priority.${priority}`) }));
  }
  function setType(raw: string): void {
    const type = TICKET_TYPES.find((known) => known === raw);
    if (type) change({ type }, t("detail.changed.type", { to: t(`type.${type}`) }));
  }
  const nobody = { value: "", label: t("nobody") };
  return (
    <div className="grid grid-cols-[96px_1fr] items-center gap-x-3 gap-y-2">
      <Control
        label={t("field.status")}
        value={ticket.status}
        // Shown at once, a new status can still be among the moves of the one before.
        options={options("status", [...new Set([ticket.status, ...ticket.moves])])}
        onChange={setStatus}
      />
      <Control
        label={t("field.priority")}
        value={ticket.priority}
        options={options("priority", PRIORITIES)}
        onChange={setPriority}
      />
      <Control
        label={t("field.assignee")}
        value={ticket.assigneeId ?? ""}
        options={[nobody, ...people.assignees]}
        onChange={setPerson}
      />
      <Control
        label={t("field.team")}
        value={ticket.teamId ?? ""}
        options={[{ value: "", label: t("noTeam") }, ...people.teams]}
        onChange={setTeam}
      />
      <Control label={t("field.type")} value={ticket.type} options={options("type", TICKET_TYPES)} onChange={setType} />
    </div>
  );
}

/** Who and which team can be chosen; the present one is there before the lists are. */
function usePeople(ticket: TicketDetail): { assignees: Option[]; teams: Option[] } {
  const trpc = useTRPC();
  const { data: agents = [] } = useQuery(trpc.routing.agents.queryOptions());
  const { data: teams = [] } = useQuery(trpc.tickets.teams.queryOptions());
  const withPresent = (options: Option[], id: string | null, name: string | null): Option[] =>
    id && !options.some(({ value }) => value === id) ? [{ value: id, label: name ?? "" }, ...options] : options;
  const toOption = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return {
    assignees: withPresent(agents.map(toOption), ticket.assigneeId, ticket.assigneeName),
    teams: withPresent(teams.map(toOption), ticket.teamId, ticket.teamName),
  };
}

type ControlProps = { label: string; value: string; options: Option[]; onChange: (value: string) => void };

function Control({ label, value, options, onChange }: ControlProps) {
  return (
    <>
      <span aria-hidden="true" className="text-13 text-muted">
        {label}
      </span>
      <Select
        aria-label={label}
        value={value}
        options={options}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
