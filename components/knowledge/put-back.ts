import type { Locale } from "@/lib/i18n";
import type { useTRPCClient } from "../layout/trpc-client";
import type { EditableArticle } from "./knowledge-types";

type Calls = ReturnType<typeof useTRPCClient>["knowledge"];
type Pair = NonNullable<EditableArticle["locales"][Locale]>;

/**
 * Publishes again what was taken offline, as a new version with the same end, and begins the draft that waited beside it
 * again with its schedule.
 */
export async function putBack(
  calls: Calls,
  at: { articleId: string; locale: Locale },
  { published, draft }: Pair,
): Promise<void> {
  if (!published) return;
  const { revision } = await calls.revert.mutate({ ...at, versionId: published.versionId });
  await calls.publish.mutate({ ...at, revision, expireAt: published.expireAt });
  if (!draft) return;
  await calls.revert.mutate({ ...at, versionId: draft.versionId });
  if (draft.publishAt) await calls.schedule.mutate({ ...at, publishAt: draft.publishAt, expireAt: draft.expireAt });
}
