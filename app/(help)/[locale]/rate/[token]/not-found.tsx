import { LinkGone } from "@/components/tickets/link-gone";
import { documentLocale } from "@/server/help-page";

export default async function RatingNotFound() {
  return <LinkGone locale={await documentLocale()} about="rate" />;
}
