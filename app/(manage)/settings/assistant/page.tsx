import { getLocale, getTranslations } from "next-intl/server";
import { AssistantForm } from "@/components/settings/assistant-form";
import { MeaningStatus } from "@/components/settings/meaning-status";
import { ModelForm } from "@/components/settings/model-form";
import { RecommendationsForm } from "@/components/settings/recommendations-form";
import { RulesTable } from "@/components/settings/rules/rules-table";
import { SpendingTable } from "@/components/settings/spending-table";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { SettingsPage } from "../settings-page";
import { readAssistant } from "./read-assistant";

export default async function AssistantPage() {
  const [t, locale] = await Promise.all([getTranslations("settings.assistant.spending"), getLocale()]);
  return (
    <SettingsPage subject="assistant" permission="settings:manage">
      {async (ctx) => {
        const shown = await readAssistant(ctx, isLocale(locale) ? locale : DEFAULT_LOCALE);
        const { assistant, recommendations, model, spending, meaning, rules, articles } = shown;
        return (
          <>
            <AssistantForm value={assistant.value} version={assistant.version} />
            <RulesTable rules={rules} articles={articles} />
            <RecommendationsForm value={recommendations.value} version={recommendations.version} />
            <h2 className="mt-10 mb-1 font-semibold text-16">{t("title")}</h2>
            <p className="mb-4 text-muted">{t("description")}</p>
            <ModelForm value={model.value} version={model.version} />
            <MeaningStatus {...meaning} />
            <SpendingTable rows={spending} currency={model.value.currency} />
          </>
        );
      }}
    </SettingsPage>
  );
}
