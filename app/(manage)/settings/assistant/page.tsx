import { getTranslations } from "next-intl/server";
import { AssistantForm } from "@/components/settings/assistant-form";
import { ModelForm } from "@/components/settings/model-form";
import { SpendingTable } from "@/components/settings/spending-table";
import { listModelSpending } from "@/server/assistant/list-model-spending";
import { readSettings } from "@/server/settings/get-settings";
import { SettingsPage } from "../settings-page";

export default async function AssistantPage() {
  const t = await getTranslations("settings.assistant.spending");
  return (
    <SettingsPage subject="assistant" permission="settings:manage">
      {async (ctx) => {
        const [assistant, model, spending] = await Promise.all([
          readSettings(ctx.db, "assistant"),
          readSettings(ctx.db, "model"),
          listModelSpending({ ctx }),
        ]);
        return (
          <>
            <AssistantForm coverage={assistant.value.coverage} version={assistant.version} />
            <h2 className="mt-10 mb-1 font-semibold text-16">{t("title")}</h2>
            <p className="mb-4 text-muted">{t("description")}</p>
            <ModelForm value={model.value} version={model.version} />
            <SpendingTable rows={spending} currency={model.value.currency} />
          </>
        );
      }}
    </SettingsPage>
  );
}
