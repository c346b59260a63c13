import { notFound } from "next/navigation";
import { ActionEditor } from "@/components/settings/actions/action-editor";
import { BackToActions } from "@/components/settings/actions/back-to-actions";
import { getAction } from "@/server/assistant/actions/list-actions";
import { ServiceError } from "@/server/errors";
import { SettingsPage } from "../../settings-page";

export default async function ActionPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  return (
    <SettingsPage subject="actions.edit" permission="settings:manage">
      {async (ctx) => {
        const action = await getAction({ ctx, input: { key } }).catch((error: unknown) => {
          if (error instanceof ServiceError && error.kind === "not_found") notFound();
          throw error;
        });
        return (
          <>
            <BackToActions />
            <ActionEditor key={action.key} action={action} secrets={action.secrets} />
          </>
        );
      }}
    </SettingsPage>
  );
}
