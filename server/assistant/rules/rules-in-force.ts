import { sql } from "drizzle-orm";

/** The enabled rules as JSON (AssistantRule[]), with the published texts of the article that exact words come from. */
export const rulesInForce = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'kind', r.kind,
  'phrases', to_json(r.phrases), 'words', r.words, 'hours', r.hours, 'sources', (
    select coalesce(json_agg(json_build_object('articleId', a.id, 'slug', a.slug, 'title', v.title, 'versionId', v.id,
      'locale', v.locale, 'chunkId', (select c.id from chunks c where c.version_id = v.id order by c.position limit 1)) order by v.locale), '[]'::json)
    from articles a join article_versions v on v.article_id = a.id and v.state = 'published'
      and (v.expire_at is null or v.expire_at > now())
    where a.id = r.article_id and a.audience = 'public')) order by r.id), '[]'::json)
  from assistant_rules r where r.enabled)`;
