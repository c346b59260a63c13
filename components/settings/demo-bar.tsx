import { useTranslations } from "next-intl";

/** Over the console while the demo is in it: what it is, and the way to one's own company. `own`: it is described already. */
export function DemoBar({ mayReplace, own }: { mayReplace: boolean; own: boolean }) {
  const t = useTranslations("settings.demo");
  return (
    <p className="flex min-h-8 items-center justify-center gap-2 border-line border-b bg-sunken px-4 text-12">
      <span>{t(own ? "barOwn" : "bar")}</span>
      {mayReplace && (
        <>
          <span aria-hidden="true">·</span>
          <a
            href="/setup/own"
            className="inline-flex min-h-6 items-center font-semibold text-accent hover:underline pointer-coarse:min-h-11"
          >
            {t(own ? "remove" : "start")}
          </a>
        </>
      )}
    </p>
  );
}
