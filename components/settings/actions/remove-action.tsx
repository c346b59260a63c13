"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useSave } from "../use-save";

/** Deletes an action for good, or makes a built-in one what it was. */
export function RemoveAction({ actionKey, name, builtin }: { actionKey: string; name: string; builtin: boolean }) {
  const t = useTranslations("actions.form");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [asked, setAsked] = useState(false);
  const word = builtin ? t("restore") : t("delete");
  const remove = () =>
    save.run(async () => {
      await client.actions.remove.mutate({ key: actionKey });
      router.push("/settings/actions");
      router.refresh();
    });
  return (
    <Dialog
      open={asked}
      onOpenChange={setAsked}
      trigger={<Button variant="danger">{word}</Button>}
      title={builtin ? word : t("deleteTitle", { name })}
      description={builtin ? t("restoreBody") : t("deleteBody")}
      closeLabel={t("close")}
      footer={
        <>
          <Button onClick={() => setAsked(false)}>{t("cancel")}</Button>
          <Button variant="danger" pending={save.pending} onClick={remove}>
            {word}
          </Button>
        </>
      }
    />
  );
}
