import { Globe, type LucideIcon, Mail, Webhook } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { Channel } from "@/lib/contracts/channels";
import { isLocale } from "@/lib/i18n";
import type { ConversationSummary } from "./conversation-types";

const ICONS: Record<Channel, LucideIcon> = { web: Globe, api: Webhook, email: Mail };

/** Tier, urgency, language (when it is not the reader's) and channel: words, and a 14-px icon with a name. */
export function ConversationMarks({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations("conversations");
  const customers = useTranslations("customers");
  const languages = useTranslations("knowledge.language.short");
  const reader = useLocale();
  const { tier, channel, locale, priority } = conversation;
  const Icon = ICONS[channel];
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 text-12 text-muted">
      {tier !== "basic" && <span className="font-semibold text-text">{customers(`tier.${tier}`)}</span>}
      {priority === "urgent" && <span className="text-danger">{t("urgent")}</span>}
      {isLocale(locale) && locale !== reader && <span>{languages(locale)}</span>}
      {channel !== "web" && (
        <span role="img" aria-label={t(`channel.${channel}`)} title={t(`channel.${channel}`)}>
          <Icon size={14} strokeWidth={1.75} aria-hidden />
        </span>
      )}
    </span>
  );
}
