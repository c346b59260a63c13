"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useReader } from "@/components/layout/console-context";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { CopyField } from "@/components/team/copy-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { formatDay } from "./format-day";
import { useSave } from "./use-save";

type Key = { id: string; name: string; createdAt: Date };

/** One's own keys: make one, see it once, revoke it. */
export function ApiKeys({ keys }: { keys: readonly Key[] }) {
  const t = useTranslations("settings.apiKeys");
  const reader = useReader();
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [made, setMade] = useState<string | null>(null);
  const [revoked, setRevoked] = useState<Key | null>(null);
  const create = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get("name"));
    const result = await save.run(() => client.team.createApiKey.mutate({ name }));
    if (!result) return;
    form.reset();
    setMade(result.key);
    router.refresh();
  };
  const revoke = async (key: Key) => {
    await save.run(() => client.team.revokeApiKey.mutate({ keyId: key.id }));
    setRevoked(null);
    router.refresh();
  };
  return (
    <>
      <form onSubmit={create} className="flex max-w-[480px] gap-2 pb-4">
        <Input name="name" required maxLength={80} aria-label={t("name")} placeholder={t("namePlaceholder")} />
        <Button type="submit" variant="primary" pending={save.pending}>
          {t("create")}
        </Button>
      </form>
      {save.error !== null && (
        <p role="alert" className="pb-4 text-13 text-danger">
          {save.error}
        </p>
      )}
      <DataTable
        caption={t("caption")}
        columns={[
          { id: "name", header: t("name"), cell: (key) => <span className="font-semibold">{key.name}</span> },
          { id: "created", header: t("created"), cell: (key) => formatDay(key.createdAt, reader), phone: "detail" },
          {
            id: "revoke",
            header: "",
            cell: (key) => (
              <Button size={28} variant="danger" onClick={() => setRevoked(key)}>
                {t("revoke")}
              </Button>
            ),
            phone: "aside",
          },
        ]}
        rows={keys}
        rowKey={({ id }) => id}
        empty={<EmptyState flush title={t("empty")} body={t("emptyBody")} />}
      />
      <Dialog
        open={made !== null}
        onOpenChange={(open) => !open && setMade(null)}
        title={t("newTitle")}
        description={t("newHint")}
        closeLabel={t("close")}
      >
        <CopyField value={made ?? ""} words={{ label: t("key"), copy: t("copy"), copied: t("copied") }} />
      </Dialog>
      <RevokeDialog asked={revoked} onCancel={() => setRevoked(null)} onRevoke={revoke} />
    </>
  );
}

function RevokeDialog(props: { asked: Key | null; onCancel: () => void; onRevoke: (key: Key) => void }) {
  const { asked, onCancel, onRevoke } = props;
  const t = useTranslations("settings.apiKeys");
  return (
    <Dialog
      open={asked !== null}
      onOpenChange={(open) => !open && onCancel()}
      title={t("revokeTitle", { name: asked?.name ?? "" })}
      description={t("revokeBody")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={onCancel}>{t("cancel")}</Button>
          <Button variant="danger" onClick={() => asked && onRevoke(asked)}>
            {t("revoke")}
          </Button>
        </>
      }
    />
  );
}
