"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTable } from "@/components/shared/data-table";
import { PageHeader } from "@/components/shared/page-header";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { EditDialog } from "./edit-dialog";
import { InviteDialog } from "./invite-dialog";
import { type IssuedLink, LinkDialog } from "./link-dialog";
import type { TeamMember } from "./team-member";

const SHAPES = { active: "full", invited: "half", disabled: "empty" } as const;

function useColumns(manages: boolean, onEdit: (person: TeamMember) => void) {
  const t = useTranslations("team");
  const shown = {
    id: "name",
    header: t("columns.name"),
    cell: ({ name }: TeamMember) => <span className="font-semibold">{name}</span>,
  };
  const rest = [
    {
      id: "publicName",
      header: t("columns.publicName"),
      cell: ({ publicName }: TeamMember) => publicName,
      phone: "hidden",
    },
    { id: "role", header: t("columns.role"), cell: ({ role }: TeamMember) => t(`roles.${role}`), phone: "detail" },
    {
      id: "state",
      header: t("columns.state"),
      cell: ({ state }: TeamMember) => (
        <Chip shape={SHAPES[state]} tone={state === "active" ? "plain" : "muted"}>
          {t(`states.${state}`)}
        </Chip>
      ),
      phone: "detail",
    },
  ] as const;
  const email = {
    id: "email",
    header: t("columns.email"),
    cell: (row: TeamMember) => row.email,
    phone: "hidden",
  } as const;
  const edit = {
    id: "actions",
    header: t("columns.actions"),
    cell: (row: TeamMember) => (
      <Button size={28} onClick={() => onEdit(row)} aria-label={t("edit.open", { name: row.name })}>
        {t("edit.short")}
      </Button>
    ),
    phone: "aside",
  } as const;
  return manages ? ([shown, rest[0], email, rest[1], rest[2], edit] as const) : ([shown, ...rest] as const);
}

/** Everybody who works here; administrators invite, change and disable. */
export function TeamTable({ people, manages }: { people: readonly TeamMember[]; manages: boolean }) {
  const t = useTranslations("team");
  const router = useRouter();
  const [edited, setEdited] = useState<TeamMember | null>(null);
  const [issued, setIssued] = useState<IssuedLink | null>(null);
  const columns = useColumns(manages, setEdited);
  const show = (link: IssuedLink) => {
    setEdited(null);
    setIssued(link);
    router.refresh();
  };
  const changed = () => {
    setEdited(null);
    router.refresh();
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={manages ? <InviteDialog onInvited={show} /> : undefined}
      />
      <DataTable caption={t("caption")} columns={columns} rows={people} rowKey={({ id }) => id} />
      {edited && <EditDialog person={edited} onClose={() => setEdited(null)} onChanged={changed} onLink={show} />}
      <LinkDialog issued={issued} onClose={() => setIssued(null)} />
    </>
  );
}
