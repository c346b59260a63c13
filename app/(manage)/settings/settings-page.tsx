import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Forbidden } from "@/components/settings/forbidden";
import { PageHeader } from "@/components/shared/page-header";
import { type Permission, roleMay } from "@/lib/contracts/permissions";
import type { ServiceContext, StaffActor } from "@/server/context";
import { staffSession } from "@/server/staff-session";

/** One subject of settings: heading, and its form for those who hold the permission. */
export async function SettingsPage({
  subject,
  permission,
  children,
}: {
  subject: string;
  permission: Permission;
  children: (ctx: ServiceContext<StaffActor>) => Promise<ReactNode>;
}) {
  const [ctx, t] = await Promise.all([staffSession(), getTranslations(`settings.${subject}`)]);
  if (!roleMay(ctx.actor.role, permission)) return <Forbidden />;
  return (
    <>
      <PageHeader title={t("title")} description={t.has("description") ? t("description") : undefined} />
      {await children(ctx)}
    </>
  );
}
