import 'server-only';
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { articleAddresses, publications } from '#db/schema/publication.ts';
import { sections } from '#db/schema/section.ts';
import { Refusal } from '#lib/errors.ts';
import type { ArticleState } from '#lib/vocabulary.ts';
import type { Standing } from './model-desk-list.ts';
import { standingBy } from './queries-standing.ts';

/** A story as the desk lists it: what it is called now, and where it stands. */
export interface DeskArticle {
  readonly id: string;
  readonly state: ArticleState;
  /** The state by the clock: of a published story whether readers see it now, will, or did. */
  readonly standing: Standing;
  /** Where it stands, or will, or last stood; null for what was never published. Decoded. */
  readonly address: string | null;
  readonly version: number;
  readonly headline: string;
  /** The next moment at which a publication of it begins, if one is planned. */
  readonly appearsAt: Date | null;
  /** When it is to leave the public altogether, if that is planned. */
  readonly leavesAt: Date | null;
  /** Set while it is under an embargo. */
  readonly embargoUntil: Date | null;
}

const newestHeadline = sql<string>`(
  select r.headline from revisions r where r.article_id = ${articles}.id order by r.number desc limit 1)`;

const standing = standingBy(sql`exists (select from articles_public p where p.article_id = ${articles}.id)`);

const address = sql<string | null>`(
  select '/' || s.slug || '/' || p.slug from publications p join sections s on s.id = p.section_id
  where p.article_id = ${articles}.id order by p.effective_from desc limit 1)`;

const ofPublications = (what: SQL, where: SQL) =>
  sql<Date | null>`(select ${what} from publications p where p.article_id = ${articles}.id and ${where})`.mapWith(
    publications.effectiveFrom,
  );

const appearsAt = ofPublications(sql`min(p.effective_from)`, sql`p.effective_from > now()`);
const embargoUntil = ofPublications(sql`max(p.embargo_until)`, sql`p.embargo_until > now()`);
const leavesAt = ofPublications(
  sql`case when bool_and(p.effective_to is not null) then max(p.effective_to) end`,
  sql`coalesce(p.effective_to > now(), true)`,
);

const columns = {
  id: articles.id,
  state: articles.state,
  standing,
  version: articles.version,
  headline: newestHeadline,
  address,
  appearsAt,
  leavesAt,
  embargoUntil,
};

/** The stories that changed last, in any state. */
export function listRecent(limit: number): Promise<DeskArticle[]> {
  const order = [desc(articles.changedAt), desc(articles.id)] as const;
  // Chosen first: of all stories Postgres would work out where they stand before it took the newest.
  const newest = database()
    .select({ id: articles.id })
    .from(articles)
    .orderBy(...order)
    .limit(limit);
  return database()
    .select(columns)
    .from(articles)
    .where(inArray(articles.id, newest))
    .orderBy(...order);
}

/** The story with this id, or at this address of the site (`/section/slug`, present or former). */
export async function resolveArticle(which: string): Promise<DeskArticle> {
  const byId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(which);
  const id = byId ? which : await idAtAddress(which);
  const [article] = id ? await database().select(columns).from(articles).where(eq(articles.id, id)) : [];
  if (!article) throw new Refusal('not_found', `There is no article '${which}': give its id or its address.`);
  return article;
}

async function idAtAddress(address: string): Promise<string | undefined> {
  const [section = '', slug = ''] = decodePath(address).split('/').filter(Boolean);
  const [row] = await database()
    .select({ id: articleAddresses.articleId })
    .from(articleAddresses)
    .innerJoin(sections, eq(sections.id, articleAddresses.sectionId))
    .where(and(eq(sections.slug, section), eq(articleAddresses.slug, slug)));
  return row?.id;
}

function decodePath(address: string): string {
  try {
    return decodeURIComponent(URL.canParse(address) ? new URL(address).pathname : address).normalize('NFC');
  } catch {
    return address;
  }
}
