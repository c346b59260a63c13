"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTRPC } from "../layout/trpc-client";
import { Badge } from "../ui/badge";
import { buttonStyles } from "../ui/button";

/** The way to the suggestions, with how many wait for a person. */
export function SuggestionsLink() {
  const t = useTranslations("gaps");
  const { data = 0 } = useQuery(useTRPC().gaps.count.queryOptions());
  return (
    <Link href="/knowledge/suggestions" className={buttonStyles({})}>
      {t("link")}
      <Badge count={data} label={t("waiting")} tone="accent" />
    </Link>
  );
}
