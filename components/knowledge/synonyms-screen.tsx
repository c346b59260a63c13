"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { roleMay } from "@/lib/contracts/permissions";
import type { SynonymGroup } from "@/lib/contracts/synonyms";
import { LOCALES, type Locale } from "@/lib/i18n";
import { useMe } from "../layout/console-context";
import { useTRPC } from "../layout/trpc-client";
import { FilterBar } from "../shared/filter-bar";
import { PageHeader } from "../shared/page-header";
import { Button } from "../ui/button";
import { KnowledgeTrouble } from "./knowledge-trouble";
import { SynonymDialog } from "./synonym-dialog";
import { SynonymTable } from "./synonym-table";

/** Groups of words that mean the same: read by all, written by editors. `locale` is the language shown. */
export function SynonymsScreen({ locale }: { locale: Locale }) {
  const t = useTranslations("knowledge");
  const own = useLocale();
  const mayWrite = roleMay(useMe().role, "knowledge:write");
  const [edited, setEdited] = useState<SynonymGroup | "new" | null>(null);
  const { data, error, refetch } = useQuery(useTRPC().knowledge.listSynonyms.queryOptions({ locale }));
  const add = (
    <Button variant="primary" onClick={() => setEdited("new")}>
      {t("synonyms.new")}
    </Button>
  );
  return (
    <div className="max-w-[880px] p-4 md:p-6">
      <PageHeader
        back={<Link href="/knowledge">{t("back")}</Link>}
        title={t("synonyms.title")}
        description={t("synonyms.hint")}
        actions={mayWrite && data && data.length > 0 ? add : undefined}
      />
      <FilterBar
        fields={[
          {
            name: "lang",
            label: t("list.language"),
            value: locale === own ? "" : locale,
            options: [own, ...LOCALES.filter((other) => other !== own)].map((value) => ({
              value: value === own ? "" : value,
              label: t(`language.${value as Locale}`),
            })),
          },
        ]}
      />
      {error && !data ? <KnowledgeTrouble error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <SynonymTable groups={data} locale={locale} onEdit={mayWrite ? setEdited : undefined} add={mayWrite && add} />
      ) : null}
      {edited ? (
        <SynonymDialog group={edited === "new" ? null : edited} locale={locale} onClose={() => setEdited(null)} />
      ) : null}
    </div>
  );
}
