import type { RouterOutputs } from "../layout/trpc-client";

export type ListedArticle = RouterOutputs["knowledge"]["list"]["articles"][number];
export type EditableArticle = RouterOutputs["knowledge"]["get"];
export type ArticleVersion = RouterOutputs["knowledge"]["listVersions"][number];
export type VersionText = RouterOutputs["knowledge"]["getVersion"];
