"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast-store";
import type { AssistantRuleInput } from "@/lib/contracts/assistant-rules";
import { RuleDialog } from "./rule-dialog";

/** A rule as the screen holds it. */
export type Rule = AssistantRuleInput & { id: string };
/** An article whose exact words a rule may demand. */
export type ArticleOption = { value: string; label: string };

/** The topics the company decided about; a deleted rule can be brought back. */
export function RulesTable({ rules, articles }: { rules: readonly Rule[]; articles: readonly ArticleOption[] }) {
  const t = useTranslations("settings.assistant.rules");
  const client = useTRPCClient();
  const router = useRouter();
  const [edited, setEdited] = useState<Rule | "new" | null>(null);
  const remove = async ({ id, ...rule }: Rule) => {
    await client.assistant.deleteRule.mutate({ id });
    router.refresh();
    const onUndo = async () => {
      await client.assistant.saveRule.mutate(rule);
      router.refresh();
    };
    showToast({ message: t("deleted"), onUndo });
  };
  return (
    <section className="mt-10 max-w-[720px]">
      <header className="mb-4 flex items-start justify-between gap-4 max-sm:flex-col">
        <div>
          <h2 className="font-semibold text-16">{t("title")}</h2>
          <p className="mt-1 text-muted">{t("description")}</p>
        </div>
        <Button onClick={() => setEdited("new")}>{t("add")}</Button>
      </header>
      <DataTable
        caption={t("title")}
        columns={[
          {
            id: "name",
            header: t("name"),
            cell: (rule) => (
              <>
                <span className="font-semibold">{rule.name}</span>
                {!rule.enabled && <span className="text-muted"> · {t("off")}</span>}
              </>
            ),
          },
          {
            id: "kind",
            header: t("kind"),
            cell: (rule) => (
              <>
                {t(`kinds.${rule.kind}`)}
                {rule.hours !== "always" && <span className="text-muted"> · {t(`hours.${rule.hours}`)}</span>}
              </>
            ),
            phone: "detail",
          },
          {
            id: "change",
            header: "",
            cell: (rule) => (
              <span className="flex justify-end gap-2">
                <Button size={28} onClick={() => setEdited(rule)}>
                  {t("edit")}
                </Button>
                <Button size={28} onClick={() => remove(rule)}>
                  {t("delete")}
                </Button>
              </span>
            ),
            phone: "aside",
          },
        ]}
        rows={rules}
        rowKey={({ id }) => id}
        empty={<EmptyState flush title={t("empty")} body={t("emptyBody")} />}
      />
      {edited && (
        <RuleDialog rule={edited === "new" ? null : edited} articles={articles} onClose={() => setEdited(null)} />
      )}
    </section>
  );
}
