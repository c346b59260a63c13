import { ApiKeys } from "@/components/settings/api-keys";
import { listApiKeys } from "@/server/team/api-keys";
import { SettingsPage } from "../settings-page";

export default function ApiKeysPage() {
  return (
    <SettingsPage subject="apiKeys" permission="team:read">
      {async (ctx) => <ApiKeys keys={await listApiKeys({ ctx })} />}
    </SettingsPage>
  );
}
