import { MailForm } from "@/components/settings/mail-form";
import { getMailSettings } from "@/server/settings/update-mail";
import { SettingsPage } from "../settings-page";

export default function MailPage() {
  return (
    <SettingsPage subject="mail" permission="settings:manage">
      {async (ctx) => <MailForm mail={await getMailSettings({ ctx })} />}
    </SettingsPage>
  );
}
