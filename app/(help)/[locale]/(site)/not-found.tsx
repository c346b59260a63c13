import { MissingPageView } from "@/components/help/missing-page-view";
import { documentLocale } from "@/server/help-page";

export default async function NotFound() {
  return <MissingPageView locale={await documentLocale()} />;
}
