"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import {
  branchRowSchema,
  type CatalogueList,
  importCatalogueSchema,
  productRowSchema,
} from "@/lib/contracts/action-forms";
import { TextFileField } from "../actions/text-file-field";
import { useSave } from "../use-save";

const COLUMNS: Record<CatalogueList, string> = {
  products: Object.keys(productRowSchema.shape).join(", "),
  branches: Object.keys(branchRowSchema.shape).join(", "),
};

/** Replaces one list by a CSV file. */
export function CatalogueImport({ list }: { list: CatalogueList }) {
  const t = useTranslations("actions.catalogue");
  const client = useTRPCClient();
  const router = useRouter();
  const save = useSave();
  const [csv, setCsv] = useState("");
  const [count, setCount] = useState<number | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setCount(null);
    const result = await save.run(() =>
      client.actions.importCatalogue.mutate(importCatalogueSchema.parse({ list, csv })),
    );
    if (!result) return;
    setCount(result.count);
    setCsv("");
    router.refresh();
  };
  return (
    <form onSubmit={submit} className="flex max-w-[720px] flex-col gap-3">
      <p className="break-words text-12 text-muted">{t("columns", { columns: COLUMNS[list] })}</p>
      <TextFileField
        words={{ file: t("file"), paste: t("paste") }}
        accept=".csv,text/csv"
        value={csv}
        onChange={setCsv}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={save.pending} disabled={csv.trim() === ""}>
          {t("import")}
        </Button>
        <p role="status" className="text-13 text-muted">
          {count !== null && t("imported", { count })}
        </p>
        {save.error !== null && (
          <p role="alert" className="w-full text-13 text-danger">
            {save.error}
          </p>
        )}
      </div>
    </form>
  );
}
