"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/layout/console-context";
import { useTRPC, useTRPCClient } from "@/components/layout/trpc-client";
import { EmptyState } from "@/components/shared/empty-state";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { AppRouter } from "@/server/root";
import { formatDay } from "./format-day";
import { useSave } from "./use-save";

type Page = inferRouterOutputs<AppRouter>["settings"]["mails"];
type Mail = Page["items"][number];

const TONES = { queued: "muted", sent: "plain", failed: "danger", kept: "warning" } as const;
const SHAPES = { queued: "half", sent: "full", failed: "empty", kept: "empty" } as const;

/** Every mail that was written, as plain text behind its subject, with a second try for those that did not go out. */
export function Outbox({ first }: { first: Page }) {
  const t = useTranslations("settings.outbox");
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.settings.mails.infiniteQueryOptions(
      {},
      {
        initialCursor: null,
        getNextPageParam: (page) => page.next ?? undefined,
        initialData: { pages: [first], pageParams: [null] },
      },
    ),
  );
  const mails = query.data.pages.flatMap((page) => page.items);
  if (mails.length === 0) return <EmptyState flush title={t("empty")} body={t("emptyBody")} />;
  return (
    <>
      <ul aria-label={t("caption")} className="divide-y divide-line border-line border-y">
        {mails.map((mail) => (
          <OutboxRow key={mail.id} mail={mail} onRetried={() => query.refetch()} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="mt-3" pending={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}

function OutboxRow({ mail, onRetried }: { mail: Mail; onRetried: () => void }) {
  const t = useTranslations("settings.outbox");
  const reader = useReader();
  const client = useTRPCClient();
  const save = useSave();
  const retry = () =>
    save.run(async () => {
      await client.settings.retryMail.mutate({ mailId: mail.id });
      onRetried();
    });
  return (
    <li>
      <details className="group">
        <summary className="grid min-h-9 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2 text-13 hover:bg-hover md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto_auto]">
          <span className="font-semibold max-md:line-clamp-2 md:truncate">{mail.subject}</span>
          <span className="truncate text-muted max-md:row-start-2">{mail.to}</span>
          <Chip shape={SHAPES[mail.state]} tone={TONES[mail.state]}>
            {t(`states.${mail.state}`)}
          </Chip>
          <span className="text-12 text-muted tabular-nums max-md:text-right">{formatDay(mail.createdAt, reader)}</span>
        </summary>
        <div className="pb-4">
          {mail.error !== null && (
            <p className="pb-2 text-13 text-danger">
              {t("error")}: {mail.error}
            </p>
          )}
          <pre className="max-w-measure whitespace-pre-wrap break-words rounded-panel bg-sunken p-3 font-sans text-13">
            {mail.text}
          </pre>
          {(mail.state === "failed" || mail.state === "kept") && (
            <Button size={28} className="mt-2" pending={save.pending} onClick={retry}>
              {t("retry")}
            </Button>
          )}
        </div>
      </details>
    </li>
  );
}
