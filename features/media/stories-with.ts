import 'server-only';
import { sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import type { PictureUse } from '#features/media/dto.ts';

/**
 * Every story that names a picture: in the words under way, in a version of any age, or in a copy kept aside. Those that
 * readers see come first.
 */
export async function storiesWith(assetId: string, db: Queryable = database()): Promise<PictureUse[]> {
  const inWords = sql`(content->>'heroAssetId' = ${assetId}::text
    or jsonb_path_query_array(content, '$.**.assetId') ? ${assetId}::text)`;
  const rows = await db.execute<{
    id: string;
    headline: string;
    created_by: string | null;
    is_public: boolean;
    is_current: boolean;
  }>(sql`
    with shown as (
      select id as revision_id, article_id, number from revisions where hero_asset_id = ${assetId}::uuid
      union
      select id, article_id, number from revisions
        where jsonb_path_query_array(body, '$.**.assetId') ? ${assetId}::text),
    planned as (
      select distinct p.article_id from publications p join shown s on s.revision_id = p.revision_id
        where p.effective_to is null or p.effective_to > now()),
    current as (
      select article_id from planned
      union select article_id from article_drafts where ${inWords}
      union select s.article_id from shown s
        where not exists (select from revisions r where r.article_id = s.article_id and r.number > s.number)
          and not exists (select from article_drafts d where d.article_id = s.article_id))
    select a.id, a.headline, a.created_by, a.id in (select article_id from planned) as is_public,
      a.id in (select article_id from current) as is_current
    from articles a
    where a.id in (select article_id from shown union select article_id from current
      union select article_id from draft_copies where ${inWords})
    order by is_public desc, is_current desc, a.changed_at desc`);
  return [...rows].map((row) => ({
    articleId: row.id,
    headline: row.headline,
    createdBy: row.created_by,
    public: row.is_public,
    former: !row.is_current,
  }));
}
