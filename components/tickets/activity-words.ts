import { useTranslations } from "next-intl";
import type { TicketChange, TicketMessageView } from "@/lib/contracts/tickets";

const VALUED = new Set(["status", "priority", "type"]);

/** Says what an activity row means, one line a change. */
export function useActivityWords(): (row: TicketMessageView, customer: string) => string[] {
  const t = useTranslations("tickets");

  function changeWords(who: string, change: TicketChange): string {
    const { field, to, toName } = change;
    if (VALUED.has(field)) return t(`activity.${field}`, { who, to: t(`${field}.${to}`) });
    if (field === "assignee")
      return to ? t("activity.assigned", { who, to: toName ?? "" }) : t("activity.unassigned", { who });
    return to ? t("activity.team", { who, to: toName ?? "" }) : t("activity.noTeam", { who });
  }

  function valueWords({ field, to, toName }: TicketChange): string {
    if (field === "assignee" || field === "team") return toName ?? t("nobody");
    return t(`${field}.${to}`);
  }

  return ({ activity, sender }, customer) => {
    if (!activity) return [];
    const who =
      sender.type === "customer" || activity.name === "rated" ? customer : (sender.name ?? t("activity.someone"));
    if (activity.name === "created") return [t("activity.created", { who })];
    if (activity.name === "rated") return [t("activity.rated", { who, label: t(`rate.score${activity.score ?? 1}`) })];
    if (activity.name === "changed") return activity.changes.map((change) => changeWords(who, change));
    const what = activity.changes.map((change) => `${t(`field.${change.field}`)}: ${valueWords(change)}`).join(" · ");
    return [t("activity.undone", { who, what })];
  };
}
