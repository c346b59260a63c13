import { useTranslations } from "next-intl";
import type { TicketSummary } from "@/lib/contracts/tickets";
import { detectLocale } from "@/lib/text/detect-locale";
import type { TimeReader } from "@/lib/time";
import type { DataColumn } from "../shared/data-table";
import { Time } from "../shared/time";
import { Chip } from "../ui/chip";
import { STATUS_SHAPES } from "./status-shape";

type Columns = readonly [DataColumn<TicketSummary>, ...DataColumn<TicketSummary>[]];

const URGENT = new Set(["high", "urgent"]);

/** The columns of the ticket list, most important first. */
export function useTicketColumns(reader: TimeReader, now: Date): Columns {
  const t = useTranslations("tickets");
  return [
    {
      id: "subject",
      header: t("field.subject"),
      cell: ({ subject }) => (
        <span lang={detectLocale(subject) ?? undefined} className="line-clamp-1 max-w-[44ch] [overflow-wrap:anywhere]">
          {subject}
        </span>
      ),
    },
    {
      id: "status",
      header: t("field.status"),
      cell: ({ status }) => <Chip shape={STATUS_SHAPES[status]}>{t(`status.${status}`)}</Chip>,
    },
    {
      id: "priority",
      header: t("field.priority"),
      phone: "hidden",
      cell: ({ priority }) => (
        <span className={URGENT.has(priority) ? "font-semibold" : "text-muted"}>{t(`priority.${priority}`)}</span>
      ),
    },
    {
      id: "customer",
      header: t("field.customer"),
      cell: ({ customerName, customerNumber }) => customerName ?? t("visitor", { number: customerNumber }),
    },
    {
      id: "assignee",
      header: t("field.assignee"),
      cell: ({ assigneeName }) => assigneeName ?? <span className="text-faint">{t("nobody")}</span>,
    },
    { id: "type", header: t("field.type"), phone: "hidden", cell: ({ type }) => t(`type.${type}`) },
    {
      id: "created",
      header: t("field.created"),
      phone: "hidden",
      cell: ({ createdAt }) => <Time at={new Date(createdAt)} now={now} {...reader} className="text-muted" />,
    },
    { id: "number", header: t("field.number"), numeric: true, phone: "aside", cell: ({ number }) => `#${number}` },
  ];
}
