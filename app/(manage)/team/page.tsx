import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamTable } from "@/components/team/team-table";
import { roleMay } from "@/lib/contracts/permissions";
import { staffSession } from "@/server/staff-session";
import { listStaff } from "@/server/team/list-staff";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("team"))("title") };
}

export default async function TeamPage() {
  const ctx = await staffSession("/team");
  return <TeamTable people={await listStaff({ ctx })} manages={roleMay(ctx.actor.role, "team:manage")} />;
}
