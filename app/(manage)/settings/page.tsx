import { redirect } from "next/navigation";
import { roleMay } from "@/lib/contracts/permissions";
import { staffSession } from "@/server/staff-session";

export default async function SettingsPage() {
  const { actor } = await staffSession("/settings");
  redirect(roleMay(actor.role, "settings:manage") ? "/settings/company" : "/settings/profile");
}
