import { LimitsForm } from "@/components/settings/limits-form";
import { readSettings } from "@/server/settings/get-settings";
import { SettingsPage } from "../settings-page";

export default function LimitsPage() {
  return (
    <SettingsPage subject="limits" permission="settings:manage">
      {async (ctx) => <LimitsForm {...(await readSettings(ctx.db, "limits"))} />}
    </SettingsPage>
  );
}
