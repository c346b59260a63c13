import { LinkGone } from "@/components/tickets/link-gone";
import { documentLocale } from "@/server/help-page";

export default async function RequestNotFound() {
  return <LinkGone locale={await documentLocale()} about="progress" />;
}
