"use client";

import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/shared/data-table";
import { EmptyState } from "@/components/shared/empty-state";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { Localised } from "@/lib/contracts/actions";
import { CatalogueImport } from "./catalogue-import";

export interface CatalogueScreenProps {
  products: readonly { sku: string; names: Localised; stock: number; active: boolean }[];
  branches: readonly { code: string; names: Localised; addresses: Localised; phone: string; hours: Localised }[];
}

/** What is sold and where, each list replaced as a whole. */
export function CatalogueScreen({ products, branches }: CatalogueScreenProps) {
  const t = useTranslations("actions.catalogue");
  const locale = useLocale() === "zh" ? "zh" : "en";
  return (
    <Tabs defaultValue="products" className="max-w-[840px]">
      <TabsList>
        <TabsTrigger value="products">{t("products")}</TabsTrigger>
        <TabsTrigger value="branches">{t("branches")}</TabsTrigger>
      </TabsList>
      <TabsContent value="products" className="flex flex-col gap-8">
        <DataTable
          caption={t("products")}
          columns={[
            {
              id: "name",
              header: t("name"),
              cell: ({ names, active }) => (
                <>
                  <span className="font-semibold">{names[locale]}</span>
                  {!active && <span className="text-muted"> · {t("gone")}</span>}
                </>
              ),
            },
            { id: "sku", header: t("sku"), cell: ({ sku }) => sku, phone: "detail" },
            { id: "stock", header: t("stock"), cell: ({ stock }) => stock, numeric: true, phone: "aside" },
          ]}
          rows={products}
          rowKey={({ sku }) => sku}
          empty={<EmptyState flush title={t("emptyProducts")} body={t("emptyBody")} />}
        />
        <CatalogueImport list="products" />
      </TabsContent>
      <TabsContent value="branches" className="flex flex-col gap-8">
        <DataTable
          caption={t("branches")}
          columns={[
            {
              id: "name",
              header: t("name"),
              cell: ({ names }) => <span className="font-semibold">{names[locale]}</span>,
            },
            { id: "address", header: t("address"), cell: ({ addresses }) => addresses[locale], phone: "detail" },
            { id: "phone", header: t("phone"), cell: ({ phone }) => phone, phone: "aside" },
            { id: "hours", header: t("hours"), cell: ({ hours }) => hours[locale], phone: "hidden" },
          ]}
          rows={branches}
          rowKey={({ code }) => code}
          empty={<EmptyState flush title={t("emptyBranches")} body={t("emptyBody")} />}
        />
        <CatalogueImport list="branches" />
      </TabsContent>
    </Tabs>
  );
}
