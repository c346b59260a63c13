import { CompanyForm } from "@/components/settings/company-form";
import { readSettings } from "@/server/settings/get-settings";
import { SettingsPage } from "../settings-page";

export default function CompanyPage() {
  return (
    <SettingsPage subject="company" permission="settings:manage">
      {async (ctx) => <CompanyForm {...(await readSettings(ctx.db, "company"))} />}
    </SettingsPage>
  );
}
