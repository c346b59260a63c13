import { type SQL, sql } from "drizzle-orm";

/** Selects the ids of published, public versions that have no vector of a model yet. */
export function waitingForVectors(model: string): SQL {
  return sql`
    select v.id from article_versions v join articles a on a.id = v.article_id and a.audience = 'public'
    where v.state = 'published' and not exists (
      select 1 from passage_vectors p where p.version_id = v.id and p.position = 0 and p.model = ${model}
    )`;
}
