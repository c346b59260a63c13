import { ActionEditor } from "@/components/settings/actions/action-editor";
import { BackToActions } from "@/components/settings/actions/back-to-actions";
import { SettingsPage } from "../../settings-page";

export default function NewActionPage() {
  return (
    <SettingsPage subject="actions.new" permission="settings:manage">
      {async () => (
        <>
          <BackToActions />
          <ActionEditor action={null} secrets={[]} />
        </>
      )}
    </SettingsPage>
  );
}
