import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { articleAddresses } from '#db/schema/publication.ts';
import { sections } from '#db/schema/section.ts';
import { Refusal } from '#lib/errors.ts';
import type { ArticleState } from '#lib/vocabulary.ts';

/** A story as the desk lists it: what it is called now, and where it stands. */
export interface DeskArticle {
  readonly id: string;
  readonly state: ArticleState;
  /** The state by the clock: of a published story whether readers see it now, will, or did. */
  readonly standing: ArticleState | 'scheduled' | 'embargoed' | 'withdrawn';
  /** Where it stands, or will, or last stood; null for what was never published. Decoded. */
  readonly address: string | null;
  readonly version: number;
  readonly headline: string;
}

const newestHeadline = sql<string>`(
  select r.headline from revisions r where r.article_id = ${articles}.id order by r.number desc limit 1)`;

const standing = sql<DeskArticle['standing']>`case
  when ${articles.state} not in ('published', 'archived') then ${articles.state}
  when exists (select from articles_public p where p.article_id = ${articles}.id) then ${articles.state}
  when exists (select from publications p where p.article_id = ${articles}.id and p.embargo_until > now()) then 'embargoed'
  when exists (select from publications p where p.article_id = ${articles}.id and p.effective_from > now()) then 'scheduled'
  else 'withdrawn' end`;

const address = sql<string | null>`(
  select '/' || s.slug || '/' || p.slug from publications p join sections s on s.id = p.section_id
  where p.article_id = ${articles}.id order by p.effective_from desc limit 1)`;

const columns = {
  id: articles.id,
  state: articles.state,
  standing,
  version: articles.version,
  headline: newestHeadline,
  address,
};

/** The stories that changed last, in any state. */
export function listRecent(limit: number): Promise<DeskArticle[]> {
  return database().select(columns).from(articles).orderBy(desc(articles.changedAt), desc(articles.id)).limit(limit);
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
