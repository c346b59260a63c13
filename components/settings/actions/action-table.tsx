"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { buttonStyles } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import type { ActionKind, Localised } from "@/lib/contracts/actions";
import { useSave } from "../use-save";

/** An action as the list shows it. */
export type ActionItem = {
  key: string;
  kind: ActionKind;
  names: Localised;
  confirm: boolean;
  identity: boolean;
  enabled: boolean;
  target: string | null;
};

/** Every action, with its switch. */
export function ActionTable({ actions }: { actions: readonly ActionItem[] }) {
  const t = useTranslations("actions.list");
  const locale = useLocale() === "zh" ? "zh" : "en";
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [switched, setSwitched] = useState<Record<string, boolean>>({});
  const [turned, setTurned] = useState<ActionItem>();
  const turn = async (action: ActionItem, enabled: boolean) => {
    const { key } = action;
    setTurned(action);
    setSwitched((before) => ({ ...before, [key]: enabled }));
    const done = await save.run(async () => {
      await client.actions.switch.mutate({ key, enabled });
      return true;
    });
    if (!done) setSwitched((before) => ({ ...before, [key]: !enabled }));
    router.refresh();
  };
  const needs = ({ confirm, identity }: ActionItem) =>
    [identity && t("identity"), confirm && t("confirm")].filter(Boolean).join(" · ") || t("nothing");
  return (
    <section className="max-w-[840px]">
      <div className="flex flex-wrap gap-2 pb-4">
        <a href="/settings/actions/new" className={buttonStyles({ variant: "primary" })}>
          {t("new")}
        </a>
        <a href="/settings/actions/import" className={buttonStyles({})}>
          {t("import")}
        </a>
      </div>
      {turned && save.error !== null && (
        <p role="alert" className="pb-4 text-13 text-danger">
          {t("refused", { name: turned.names[locale], reason: save.error })}
        </p>
      )}
      <DataTable
        caption={t("caption")}
        columns={[
          { id: "name", header: t("name"), cell: ({ names }) => names[locale] },
          {
            id: "kind",
            header: t("kind"),
            cell: ({ target }) => <span className="break-all text-muted">{target ?? t("builtin")}</span>,
            phone: "detail",
          },
          { id: "needs", header: t("needs"), cell: needs, phone: "detail" },
          {
            id: "on",
            header: t("on"),
            cell: (action) => (
              <Switch
                className="relative z-10"
                label={<span className="sr-only">{t("turn", { name: action.names[locale] })}</span>}
                checked={switched[action.key] ?? action.enabled}
                onChange={(event) => turn(action, event.target.checked)}
              />
            ),
            phone: "aside",
          },
        ]}
        rows={actions}
        rowKey={({ key }) => key}
        rowHref={({ key }) => `/settings/actions/${key}`}
        empty={<EmptyState flush title={t("empty")} body={t("emptyBody")} />}
      />
    </section>
  );
}
