import { useTranslations } from "next-intl";

/** Over the console while the company is the demo: what it is, and the way to one's own. */
export function DemoBar({ mayReplace }: { mayReplace: boolean }) {
  const t = useTranslations("settings.demo");
  return (
    <p className="flex min-h-8 items-center justify-center gap-2 border-line border-b bg-sunken px-4 text-12">
      <span>{t("bar")}</span>
      {mayReplace && (
        <>
          <span aria-hidden="true">·</span>
          <a href="/setup/own" className="font-semibold text-accent hover:underline">
            {t("start")}
          </a>
        </>
      )}
    </p>
  );
}
