import { CatalogueScreen } from "@/components/settings/catalogue/catalogue-screen";
import { listCatalogue } from "@/server/assistant/actions/import-catalogue";
import { SettingsPage } from "../settings-page";

export default function CataloguePage() {
  return (
    <SettingsPage subject="catalogue" permission="settings:manage">
      {async (ctx) => <CatalogueScreen {...(await listCatalogue({ ctx }))} />}
    </SettingsPage>
  );
}
