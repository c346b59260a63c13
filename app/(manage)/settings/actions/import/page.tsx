import { BackToActions } from "@/components/settings/actions/back-to-actions";
import { OpenApiImport } from "@/components/settings/actions/openapi-import";
import { SettingsPage } from "../../settings-page";

export default function ImportActionsPage() {
  return (
    <SettingsPage subject="actions.import" permission="settings:manage">
      {async () => (
        <>
          <BackToActions />
          <OpenApiImport />
        </>
      )}
    </SettingsPage>
  );
}
