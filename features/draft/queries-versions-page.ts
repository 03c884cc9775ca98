import 'server-only';
import { inArray } from 'drizzle-orm';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { readSections } from '#features/section/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import type { EditedArticle } from './dto.ts';
import { readChosenTerms, readEditedArticle } from './queries.ts';
import { listVersions, readVersion, type Version } from './queries-versions.ts';
import type { DraftContent } from './schema.ts';

export interface ShownVersion {
  readonly version: Version;
  readonly content: DraftContent;
}

/** The versions of a story, one of them whole, and the one before it. */
export interface VersionsPage {
  readonly article: EditedArticle;
  readonly versions: readonly Version[];
  /** The last version of the page before, where there is one. */
  readonly after: string | null;
  readonly hasOlder: boolean;
  /** Whether every copy has a line of its own, also those of one sitting. */
  readonly each: boolean;
  readonly shown: ShownVersion | null;
  readonly before: ShownVersion | null;
  /** The names of the sections, tags, people and pictures that the two versions name. */
  readonly names: ReadonlyMap<string, string>;
  readonly timeZone: string;
}

/** What the page's address asks for; a value that makes no sense is as good as none. */
export const versionsQuery = z.object({
  show: z.uuid().nullable().catch(null),
  /** The last version of the page before. */
  after: z.uuid().nullable().catch(null),
  each: z
    .literal('1')
    .transform(() => true)
    .catch(false),
});

/** Shows the version `show`, or the newest of the page. Throws as `readEditedArticle` does. */
export async function readVersionsPage(
  actor: Actor,
  articleId: string,
  { show, after, each }: z.output<typeof versionsQuery>,
): Promise<VersionsPage> {
  const [article, { versions, next }, { timeZone }] = await Promise.all([
    readEditedArticle(actor, articleId),
    listVersions(actor, articleId, { after, each }),
    readSettings(),
  ]);
  const index = Math.max(
    0,
    versions.findIndex(({ id }) => id === show),
  );
  const [shown, before] = await Promise.all([
    contentOf(articleId, versions[index]),
    contentOf(articleId, versions[index + 1] ?? next ?? undefined),
  ]);
  return {
    article,
    versions,
    after,
    each,
    hasOlder: next !== null,
    shown,
    before,
    names: await namesIn([shown, before]),
    timeZone,
  };
}

async function contentOf(articleId: string, version: Version | undefined): Promise<ShownVersion | null> {
  const content = version && (await readVersion(articleId, version));
  return content ? { version, content } : null;
}

async function namesIn(shown: readonly (ShownVersion | null)[]): Promise<Map<string, string>> {
  const contents = shown.flatMap((one) => (one ? [one.content] : []));
  const pictureIds = contents.flatMap(({ heroAssetId }) => heroAssetId ?? []);
  const [sections, pictures, ...terms] = await Promise.all([
    readSections(),
    pictureIds.length === 0
      ? []
      : database()
          .select({ id: mediaAssets.id, name: mediaAssets.name })
          .from(mediaAssets)
          .where(inArray(mediaAssets.id, pictureIds)),
    ...contents.map(readChosenTerms),
  ]);
  const named = [...sections.all, ...pictures, ...terms.flatMap(({ tags, bylines }) => [...tags, ...bylines])];
  return new Map(named.map(({ id, name }) => [id, name]));
}
