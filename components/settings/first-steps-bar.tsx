"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "@/components/layout/trpc-client";
import { Button } from "@/components/ui/button";
import { useSave } from "./use-save";

const STEPS = [
  ["company", "/settings/company"],
  ["article", "/knowledge/new"],
  ["colleague", "/team"],
  ["conversation", "/inbox?view=queue"],
] as const;

const LOOK_AGAIN_MS = 15_000;

export type StepsDone = Record<(typeof STEPS)[number][0], boolean>;

/** Over the console of a new company: its first four steps, each a link, until all are done and it is put away. */
export function FirstStepsBar({ initial }: { initial: StepsDone }) {
  const t = useTranslations("settings.firstSteps");
  const client = useTRPCClient();
  const save = useSave();
  const looked = useQuery({
    ...useTRPC().settings.firstSteps.queryOptions(),
    initialData: initial,
    refetchInterval: LOOK_AGAIN_MS,
    refetchOnWindowFocus: true,
  });
  const done = looked.data;
  if (!done) return null;
  const finished = STEPS.filter(([name]) => done[name]).length;
  const dismiss = async () => {
    await save.run(() => client.settings.dismissFirstSteps.mutate());
    await looked.refetch();
  };
  return (
    <div className="flex min-h-8 items-center justify-center gap-x-4 border-line border-b bg-sunken px-4 text-12 max-md:justify-between">
      <p className="shrink-0 font-semibold">{t("title", { done: finished, all: STEPS.length })}</p>
      <ul className="flex min-w-0 gap-x-4 max-md:hidden">
        {STEPS.map(([name, href]) => (
          <li key={name} className="flex items-center gap-1.5 whitespace-nowrap">
            <Square done={done[name]} />
            <a href={href} className={done[name] ? "text-muted hover:underline" : "text-accent hover:underline"}>
              {t(`steps.${name}`)}
            </a>
            {done[name] && <span className="sr-only">{t("done")}</span>}
          </li>
        ))}
      </ul>
      <NextStep done={done} />
      {finished === STEPS.length && (
        <Button size={28} variant="quiet" pending={save.pending} onClick={dismiss}>
          {t("dismiss")}
        </Button>
      )}
      {save.error && <p role="alert">{save.error}</p>}
    </div>
  );
}

/** On a phone: only the one that comes next. */
function NextStep({ done }: { done: StepsDone }) {
  const t = useTranslations("settings.firstSteps");
  const next = STEPS.find(([name]) => !done[name]);
  if (!next) return null;
  return (
    <a href={next[1]} className="truncate py-3 text-accent hover:underline md:hidden">
      {t(`steps.${next[0]}`)}
    </a>
  );
}

function Square({ done }: { done: boolean }) {
  return <span aria-hidden="true" className={`size-2.5 border border-text ${done ? "bg-text" : ""}`} />;
}
