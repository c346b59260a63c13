"use client";

import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { readOpenApiSchema } from "@/lib/contracts/action-forms";
import type { AppRouter } from "@/server/root";
import { useSave } from "../use-save";
import { OperationPicker } from "./operation-picker";
import { TextFileField } from "./text-file-field";

/** An OpenAPI document as it was read. */
export type OpenApiDocument = inferRouterOutputs<AppRouter>["actions"]["readOpenApi"];
type Drafts = OpenApiDocument["operations"][number]["action"][];

/** Reads an OpenAPI file and stores the operations that are ticked as actions that are off. */
export function OpenApiImport() {
  const t = useTranslations("actions.import");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [text, setText] = useState("");
  const [read, setRead] = useState<OpenApiDocument | null>(null);
  const readFile = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRead(null);
    const document = await save.run(() => client.actions.readOpenApi.mutate(readOpenApiSchema.parse({ text })));
    if (document) setRead(document);
  };
  const store = (actions: Drafts) =>
    save.run(async () => {
      await client.actions.import.mutate({ actions });
      router.push("/settings/actions");
      router.refresh();
    });
  return (
    <div className="flex max-w-[720px] flex-col gap-6">
      <form onSubmit={readFile} className="flex flex-col gap-3">
        <TextFileField
          words={{ file: t("file"), paste: t("paste") }}
          accept=".json,.yaml,.yml,application/json,application/yaml"
          value={text}
          onChange={setText}
        />
        <div>
          <Button type="submit" variant={read ? "secondary" : "primary"} pending={save.pending && !read}>
            {t("read")}
          </Button>
        </div>
      </form>
      {save.error !== null && (
        <p role="alert" className="text-13 text-danger">
          {save.error}
        </p>
      )}
      {read && <OperationPicker key={read.server + read.title} read={read} pending={save.pending} onImport={store} />}
    </div>
  );
}
