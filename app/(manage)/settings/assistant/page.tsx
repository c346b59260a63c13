import { AssistantForm } from "@/components/settings/assistant-form";
import { readSettings } from "@/server/settings/get-settings";
import { SettingsPage } from "../settings-page";

export default function AssistantPage() {
  return (
    <SettingsPage subject="assistant" permission="settings:manage">
      {async (ctx) => {
        const { value, version } = await readSettings(ctx.db, "assistant");
        return <AssistantForm coverage={value.coverage} version={version} />;
      }}
    </SettingsPage>
  );
}
