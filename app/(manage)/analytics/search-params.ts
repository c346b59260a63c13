import { type DashboardInput, dashboardSchema, PERIODS } from "@/lib/contracts/analytics";
import { CHANNELS } from "@/lib/contracts/channels";
import { isLocale } from "@/lib/i18n";

export type RawParams = Record<string, string | string[] | undefined>;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) || undefined;

/** What the address of the dashboard asks for; anything unknown counts as absent. */
export function dashboardParams(params: RawParams): DashboardInput {
  const [period, channel, locale] = [first(params.period), first(params.channel), first(params.language)];
  return dashboardSchema.parse({
    period: PERIODS.find((known) => known === period),
    compare: first(params.compare) !== "off",
    groupId: first(params.group)?.slice(0, 64),
    channel: CHANNELS.find((known) => known === channel),
    locale: isLocale(locale) ? locale : undefined,
  });
}
