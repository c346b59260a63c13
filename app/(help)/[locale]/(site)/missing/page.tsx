import type { Metadata } from "next";
import { MissingPageView } from "@/components/help/missing-page-view";
import { pageLocale } from "@/server/help-page";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** What proxy.ts shows, with status 404, for addresses that lead nowhere. */
export default async function MissingPage({ params }: { params: Promise<{ locale: string }> }) {
  return <MissingPageView locale={await pageLocale(params)} />;
}
