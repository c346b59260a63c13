import { useTranslations } from "next-intl";
import { Tabs, TabsList, TabsTrigger } from "../ui/tabs";

export type Pane = "write" | "preview";

/** Classes of a pane: both stand side by side, on a narrow screen only the chosen one. */
export const paneClass = (own: Pane, shown: Pane): string => (own === shown ? "" : "max-lg:hidden");

/** Writing or the article itself, where there is no room for both. */
export function PaneSwitch({ pane, onPane }: { pane: Pane; onPane: (pane: Pane) => void }) {
  const t = useTranslations("knowledge.pane");
  return (
    <Tabs
      value={pane}
      onValueChange={(value) => onPane(value === "preview" ? "preview" : "write")}
      className="px-4 lg:hidden"
    >
      <TabsList aria-label={t("label")}>
        {/* The panes stand beside each other elsewhere, so they are no panels of these tabs. */}
        <TabsTrigger value="write" aria-controls={undefined}>
          {t("write")}
        </TabsTrigger>
        <TabsTrigger value="preview" aria-controls={undefined}>
          {t("preview")}
        </TabsTrigger>
      </TabsList>
    </Tabs>
  );
}
