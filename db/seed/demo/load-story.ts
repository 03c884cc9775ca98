import 'server-only';
import { inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { articles } from '#db/schema/article.ts';
import { createArticle } from '#features/article/commands/create-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { issueCorrection } from '#features/correction/commands/issue-correction.ts';
import type { DemoTerms } from './load-terms.ts';
import { idOf, type Loading } from './loading.ts';
import type { DemoStory } from './schema.ts';
import { storyBody } from './story-body.ts';

interface Surroundings {
  readonly terms: DemoTerms;
  readonly pictures: ReadonlyMap<string, string>;
  /** The moment from which `hoursAgo` counts back, in milliseconds. */
  readonly loadedAt: number;
}

/** A story as its first publication left it, and what the rest of its life needs. */
export interface WrittenStory extends Surroundings {
  readonly story: DemoStory;
  readonly articleId: string;
  readonly version: number;
}

const keyOf = ({ key }: DemoStory): string => `demo:${key}`;

/** The keys of those stories that the site has. */
export async function knownStories(db: Queryable, stories: readonly DemoStory[]): Promise<Set<string>> {
  const rows = await db
    .select({ key: articles.importKey })
    .from(articles)
    .where(inArray(articles.importKey, stories.map(keyOf)));
  const known = new Set(rows.map(({ key }) => key));
  return new Set(stories.filter((story) => known.has(keyOf(story))).map(({ key }) => key));
}

/** Writes a story as it stood at first and publishes it with its date. */
export async function publishStory(
  { tx, actor, purges }: Loading,
  story: DemoStory,
  surroundings: Surroundings,
): Promise<WrittenStory> {
  const content = contentOf({ ...story, ...story.earlier }, surroundings);
  const created = await createArticle.within(tx, actor, { importKey: keyOf(story), content });
  const { articleId } = created.output;
  const firstPublishedAt = new Date(surroundings.loadedAt - story.hoursAgo * 3_600_000);
  const published = await publishArticle.within(tx, actor, { articleId, firstPublishedAt });
  purges.push(...created.purges, ...published.purges);
  return { ...surroundings, story, articleId, version: published.output.version };
}

/** Publishes what an updated story says now, with the date of its update. */
export async function updateStory({ tx, actor, purges }: Loading, written: WrittenStory): Promise<void> {
  const { story, articleId, version, loadedAt } = written;
  if (!story.earlier) return;
  const saved = await saveRevision.within(tx, actor, { articleId, version, content: contentOf(story, written) });
  const published = await publishArticle.within(tx, actor, {
    articleId,
    version: saved.output.version,
    updatedAt: new Date(loadedAt - (story.updatedHoursAgo ?? 0) * 3_600_000),
  });
  purges.push(...saved.purges, ...published.purges);
}

/** Tells what was wrong in a story, if anything was. */
export async function correctStory({ tx, actor, purges }: Loading, { story, articleId }: WrittenStory): Promise<void> {
  if (!story.correction) return;
  const corrected = await issueCorrection.within(tx, actor, { articleId, text: story.correction });
  purges.push(...corrected.purges);
}

function contentOf(story: DemoStory, { terms, pictures }: Surroundings) {
  return {
    kind: story.kind,
    headline: story.headline,
    kicker: story.kicker,
    standfirst: story.standfirst,
    datelinePlace: story.dateline,
    sourceAgency: story.agency,
    sourceUrl: story.sourceUrl ?? null,
    licence: story.licence,
    language: story.language,
    body: storyBody(story.body, pictures),
    slug: story.slug,
    sectionId: idOf(terms.sections, story.section),
    tagIds: story.tags.map((tag) => idOf(terms.tags, tag)),
    bylineIds: story.bylines.map((handle) => idOf(terms.bylines, handle)),
    heroAssetId: story.hero ? idOf(pictures, story.hero.picture) : null,
  };
}
