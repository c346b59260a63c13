import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestForm } from "@/components/tickets/request-form";
import { requestFormWords } from "@/components/tickets/request-form-words";
import { newId } from "@/lib/ids";
import { customerSession } from "@/server/customer-session";
import { listMyOrders } from "@/server/customers/list-my-orders";
import { pageLocale } from "@/server/help-page";
import { submitRequest } from "../actions";

type PageProps = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: await pageLocale(params), namespace: "tickets.form" });
  return { title: t("title") };
}

/** The request form; `?subject=` fills its first line in. */
export default async function NewRequestPage({ params, searchParams }: PageProps) {
  const locale = await pageLocale(params);
  const [words, customer, { subject }] = await Promise.all([requestFormWords(locale), customerSession(), searchParams]);
  const orders = customer ? await listMyOrders({ ctx: customer }) : [];
  return (
    <div className="max-w-[560px] py-8">
      <h1 className="font-semibold text-28">{words.title}</h1>
      <p className="mt-2 text-muted">{words.intro}</p>
      <RequestForm
        action={submitRequest.bind(null, locale)}
        words={words}
        orderNumbers={orders.map(({ number }) => number)}
        submissionId={newId("ticket")}
        subject={typeof subject === "string" ? subject.slice(0, 200) : ""}
      />
    </div>
  );
}
