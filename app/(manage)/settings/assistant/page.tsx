import { getLocale, getTranslations } from "next-intl/server";
import { AssistantForm } from "@/components/settings/assistant-form";
import { ModelForm } from "@/components/settings/model-form";
import { RulesTable } from "@/components/settings/rules/rules-table";
import { SpendingTable } from "@/components/settings/spending-table";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { listModelSpending } from "@/server/assistant/list-model-spending";
import { listRules } from "@/server/assistant/rules/list-rules";
import { listArticleTitles } from "@/server/knowledge/list-article-titles";
import { readSettings } from "@/server/settings/get-settings";
import { SettingsPage } from "../settings-page";

export default async function AssistantPage() {
  const [t, locale] = await Promise.all([getTranslations("settings.assistant.spending"), getLocale()]);
  return (
    <SettingsPage subject="assistant" permission="settings:manage">
      {async (ctx) => {
        const [assistant, model, spending, rules, articles] = await Promise.all([
          readSettings(ctx.db, "assistant"),
          readSettings(ctx.db, "model"),
          listModelSpending({ ctx }),
          listRules({ ctx }),
          listArticleTitles({ ctx, input: { locale: isLocale(locale) ? locale : DEFAULT_LOCALE } }),
        ]);
        return (
          <>
            <AssistantForm value={assistant.value} version={assistant.version} />
            <RulesTable rules={rules} articles={articles} />
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
