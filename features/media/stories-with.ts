import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import type { PictureUse, PictureUses } from '#features/media/dto.ts';

/** How many versions, drafts and copies are looked at to list the stories with one picture. */
const lookedAt = 1000;

/**
 * The stories that name a picture, `most` of them: in the words under way, in a version of any age, or in a copy kept
 * aside. Those that readers see come first.
 */
export async function storiesWith(assetId: string, db: Queryable = database(), most = 100): Promise<PictureUses> {
  const rows = await db.execute<{
    id: string;
    headline: string;
    created_by: string | null;
    is_public: boolean;
    is_current: boolean;
  }>(storiesWithQuery(assetId, most + 1));
  const uses = [...rows].slice(0, most).map((row) => ({
    articleId: row.id,
    headline: row.headline,
    createdBy: row.created_by,
    public: row.is_public,
    former: !row.is_current,
  }));
  return { uses, more: rows.length > most };
}

/** The query of `storiesWith`: each of its parts is a look into an index that ends after `lookedAt` rows. */
export function storiesWithQuery(assetId: string, most: number): SQL {
  return sql`
    with shown as (${eitherWay(sql`id as revision_id, article_id, number from revisions`, inRevision(assetId))}),
    written as (${eitherWay(sql`article_id from article_drafts`, inWords(assetId))}),
    aside as (${eitherWay(sql`article_id from draft_copies`, inWords(assetId))}),
    planned as (
      select distinct p.article_id from publications p join shown s on s.revision_id = p.revision_id
        where p.effective_to is null or p.effective_to > now()),
    current as (
      select article_id from planned
      union select article_id from written
      union select s.article_id from shown s
        where not exists (select from revisions r where r.article_id = s.article_id and r.number > s.number)
          and not exists (select from article_drafts d where d.article_id = s.article_id))
    select a.id, a.headline, a.created_by, a.id in (select article_id from planned) as is_public,
      a.id in (select article_id from current) as is_current
    from articles a
    where a.id = any(array(
      select article_id from shown union select article_id from written union select article_id from aside))
    order by is_public desc, is_current desc, a.changed_at desc
    limit ${most}`;
}

/**
 * One story of this user's and one of anybody else's in which readers see the picture, or will: as much as
 * `canDescribe` needs to judge all of them, however many there are.
 */
export async function publicUses(
  assetId: string,
  userId: string | null,
  db: Queryable = database(),
): Promise<Pick<PictureUse, 'createdBy' | 'public'>[]> {
  const { hero, body } = inRevision(assetId);
  const one = (whose: SQL) => sql`(
    select a.created_by from (select id from revisions where ${hero} union all select id from revisions where ${body}) s
      join publications p on p.revision_id = s.id and (p.effective_to is null or p.effective_to > now())
      join articles a on a.id = p.article_id
    where a.created_by ${whose} ${userId}::uuid limit 1)`;
  const rows = await db.execute<{ created_by: string | null }>(
    sql`${one(sql`is not distinct from`)} union all ${one(sql`is distinct from`)}`,
  );
  return [...rows].map((row) => ({ createdBy: row.created_by, public: true }));
}

interface Conditions {
  readonly hero: SQL;
  readonly body: SQL;
}

const inRevision = (assetId: string): Conditions => ({
  hero: sql`hero_asset_id = ${assetId}::uuid`,
  body: sql`jsonb_path_query_array(body, '$.**.assetId') ? ${assetId}::text`,
});

const inWords = (assetId: string): Conditions => ({
  hero: sql`content->>'heroAssetId' = ${assetId}::text`,
  body: sql`jsonb_path_query_array(content, '$.**.assetId') ? ${assetId}::text`,
});

const eitherWay = (what: SQL, { hero, body }: Conditions): SQL =>
  sql`(select ${what} where ${hero} limit ${lookedAt}) union (select ${what} where ${body} limit ${lookedAt})`;
