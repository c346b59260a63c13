import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { PathnameContext } from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { createRoot } from "react-dom/client";
import english from "@/messages/en/shared.json";
import chinese from "@/messages/zh/shared.json";
import { ControlsScene } from "./controls-scene";
import { FiguresScene } from "./figures-scene";
import { LayersScene } from "./layers-scene";
import { ConsoleScene, HelpScene } from "./layout-scenes";
import { StatesScene } from "./states-scene";

const scenes = {
  controls: ControlsScene,
  figures: FiguresScene,
  states: StatesScene,
  console: ConsoleScene,
  help: HelpScene,
  layers: LayersScene,
};

const noop = () => undefined;
const router = { back: noop, forward: noop, refresh: noop, push: noop, replace: noop, prefetch: noop };

const { dataset, lang } = document.documentElement;
const Scene = scenes[(dataset.scene ?? "controls") as keyof typeof scenes];
const container = document.getElementById("root");

if (container) {
  createRoot(container).render(
    <AppRouterContext value={router as never}>
      <PathnameContext value="/inbox">
        <NextIntlClientProvider
          locale={lang}
          timeZone="Asia/Shanghai"
          messages={{ shared: lang === "zh" ? chinese : english }}
        >
          <Scene />
          <span data-ready hidden />
        </NextIntlClientProvider>
      </PathnameContext>
    </AppRouterContext>,
  );
}
