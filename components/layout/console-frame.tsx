import { BarChart3, BookOpen, Inbox, ListChecks, Settings, Ticket, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Permission, roleMay } from "@/lib/contracts/permissions";
import { realtimeConfig } from "@/lib/realtime-config";
import { InboxWatch, QueueCount } from "../conversations/inbox-watch";
import { OutboxProvider } from "../conversations/outbox-provider";
import { Heartbeat } from "../routing/heartbeat";
import { Toaster } from "../ui/toaster";
import type { KeepPreference } from "./account-entries";
import { AccountMenu } from "./account-menu";
import { ConsoleCommands } from "./console-commands";
import { ConsoleProviders, type Me } from "./console-context";
import { BAR_PLACES, ConsoleShell } from "./console-shell";
import type { NavItem } from "./nav-link";

type Place = { path: string; also?: string[]; name: string; icon: typeof Inbox; needs: Permission };

const WORK: Place[] = [
  { path: "/inbox", name: "inbox", icon: Inbox, needs: "conversations:read" },
  { path: "/tickets", name: "tickets", icon: Ticket, needs: "tickets:read" },
  { path: "/customers", name: "customers", icon: Users, needs: "customers:read" },
  { path: "/knowledge", name: "knowledge", icon: BookOpen, needs: "knowledge:read" },
];

const MANAGEMENT: Place[] = [
  { path: "/analytics", name: "analytics", icon: BarChart3, needs: "analytics:read" },
  { path: "/quality/accuracy", also: ["/quality"], name: "accuracy", icon: ListChecks, needs: "quality:read" },
  { path: "/settings", also: ["/team"], name: "settings", icon: Settings, needs: "team:manage" },
];

/** The frame of every signed-in page: navigation by permission, presence, commands, toasts and the live connection. */
export function ConsoleFrame({
  me,
  banner,
  keepPreference,
  children,
}: {
  me: Me;
  banner?: ReactNode;
  keepPreference: KeepPreference;
  children: ReactNode;
}) {
  const t = useTranslations("shared.places");
  const toast = useTranslations("shared.toast");
  const itemsOf = (places: Place[]): NavItem[] =>
    places
      .filter(({ needs }) => roleMay(me.role, needs))
      .map(({ path, also, name, icon: Icon }) => ({
        href: path,
        also,
        label: t(name),
        icon: <Icon size={20} strokeWidth={1.75} />,
        ...(path === "/inbox" && { count: <QueueCount /> }),
      }));
  const [work, management] = [itemsOf(WORK), itemsOf(MANAGEMENT)];
  const serves = roleMay(me.role, "conversations:reply");
  const reads = roleMay(me.role, "conversations:read");
  // The account menu has its own way to the settings.
  const beyondBar = [...work, ...management].slice(BAR_PLACES).filter(({ href }) => href !== "/settings");
  const places = [...work, ...management].map(({ href, label }) => ({ href, label }));
  return (
    <ConsoleProviders me={me} realtime={realtimeConfig()}>
      <OutboxProvider>
        <ConsoleShell
          items={work}
          secondaryItems={management}
          banner={banner && <aside aria-label={t("banner")}>{banner}</aside>}
          presenceMenu={<AccountMenu serves={serves} places={beyondBar} keepPreference={keepPreference} />}
        >
          {children}
        </ConsoleShell>
        {reads && <InboxWatch />}
        {serves && <Heartbeat />}
        <ConsoleCommands places={places} keepPreference={keepPreference} />
        <Toaster label={toast("region")} undoLabel={toast("undo")} />
      </OutboxProvider>
    </ConsoleProviders>
  );
}
