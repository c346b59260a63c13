import { Outbox } from "@/components/settings/outbox";
import { listMails } from "@/server/settings/list-mails";
import { SettingsPage } from "../settings-page";

export default function OutboxPage() {
  return (
    <SettingsPage subject="outbox" permission="mail:read">
      {async (ctx) => <Outbox first={await listMails({ ctx, input: {} })} />}
    </SettingsPage>
  );
}
