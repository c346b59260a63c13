import { ActionTable } from "@/components/settings/actions/action-table";
import { AllowedHostsForm } from "@/components/settings/actions/allowed-hosts-form";
import { listActions } from "@/server/assistant/actions/list-actions";
import { readSettings } from "@/server/settings/get-settings";
import { SettingsPage } from "../settings-page";

export default function ActionsPage() {
  return (
    <SettingsPage subject="actions" permission="settings:manage">
      {async (ctx) => {
        const [actions, hosts] = await Promise.all([listActions({ ctx }), readSettings(ctx.db, "actions")]);
        return (
          <>
            <ActionTable actions={actions} />
            <AllowedHostsForm value={hosts.value} version={hosts.version} />
          </>
        );
      }}
    </SettingsPage>
  );
}
