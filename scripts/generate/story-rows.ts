import { RENDERER_VERSION } from '#features/body/render.ts';
import { articleKinds } from '#lib/vocabulary.ts';
import type { BodyColumns, BodyPool } from './body-pool.ts';
import { copyLine, escapeValue, lineOfEscaped } from './copy.ts';
import { headlineFor, standfirstFor } from './headline.ts';
import { uuidAt } from './identity.ts';
import { Random } from './random.ts';
import type { Slugs } from './slugs.ts';
import type { Run, StoryPlan } from './story-plan.ts';
import type { Terms } from './terms.ts';
import { agencies } from './vocabulary.ts';
import { zipf } from './zipf.ts';

/** The tables of stories in an order in which every reference finds its row, with the columns that are written. */
export const storyTables = {
  articles: 'id, state, version, import_key, headline, section_id, created_at, changed_at',
  revisions:
    'id, article_id, number, section_id, slug, kind, headline, kicker, standfirst, dateline_place, source_agency, ' +
    'source_url, licence, body, body_text, body_html, renderer_version, word_count, created_at',
  revision_tags: 'revision_id, tag_id, position',
  revision_bylines: 'revision_id, byline_id, position',
  article_addresses: 'section_id, slug, article_id, created_at',
  publications:
    'id, article_id, revision_id, section_id, slug, effective_from, effective_to, first_published_at, ' +
    'substantive_update_at, created_at',
  publication_tags: 'publication_id, tag_id, article_id, first_published_at',
  publication_bylines: 'publication_id, byline_id, article_id, first_published_at',
} as const;

type StoryTable = keyof typeof storyTables;
export type StoryRows = Record<StoryTable, string[]>;

const writtenKinds = articleKinds.filter((kind) => kind !== 'live');

interface Context {
  readonly run: Run;
  readonly terms: Terms;
  readonly bodies: BodyPool;
  readonly slugs: Slugs;
}

/** Names a story of a run, so that the same run is not made twice. */
export const importKeyOf = (seed: number, index: number) => `generated:${seed}:${index}`;

/** Turns plans into the rows of every table, in one pass. */
export function storyWriter({ run, terms, bodies, slugs }: Context) {
  const people = zipf(terms.bylineIds, 0.6);
  return (story: StoryPlan, rows: StoryRows): void => {
    const random = new Random(run.seed, 'text', story.index);
    const words = wordsOf(run, story, random);
    const slug = slugs.claim(story.section.id, words.headline);
    const bylineIds = words.uncredited ? [] : people.pickSome(random, random.chance(0.2) ? 2 : 1);
    pushArticle(run, story, words, slug.given, rows);
    for (const edition of editionsOf(story)) {
      const revisionId = uuidAt(edition.savedAt, random);
      const body = bodies.bodyFor(story.topic.topic.name, words.matter, random);
      rows.revisions.push(revisionLine(story, { ...edition, revisionId, slug: slug.wanted }, words, body));
      publish(story, { ...edition, revisionId, slug: slug.given, bylineIds }, random, rows);
    }
  };
}

type Words = ReturnType<typeof wordsOf>;

/** What a story says beside its body. */
function wordsOf(run: Run, { index, section, topic, place }: StoryPlan, random: Random) {
  const matter = { place, matter: random.pick(topic.topic.matters), actors: random.pick(section.words.actors) };
  const kind = random.chance(0.7) ? 'news' : random.pick(writtenKinds);
  const wire = random.chance(0.25) ? random.pick(agencies) : null;
  return {
    matter,
    kind,
    headline: headlineFor(matter, random),
    kicker: kind === 'news' ? '' : topic.topic.name,
    standfirst: standfirstFor(matter, random),
    /** Of copy from elsewhere: place, agency, address of the original, licence. */
    source: wire
      ? [place, wire.name, `${wire.origin}/${run.seed}/${index}`, 'Syndicated by agreement']
      : ['', '', null, ''],
    uncredited: wire !== null && random.chance(0.5),
  };
}

function pushArticle(run: Run, story: StoryPlan, { headline }: Words, slug: string, rows: StoryRows): void {
  const { id, index, createdAt, publishedAt, updatedAt } = story;
  const state = story.archived ? 'archived' : 'published';
  const version = updatedAt === null ? 2 : 4;
  const changedAt = new Date(updatedAt ?? publishedAt);
  const key = importKeyOf(run.seed, index);
  const listed = [headline, story.section.id] as const;
  rows.articles.push(copyLine(id, state, version, key, ...listed, new Date(createdAt), changedAt));
  rows.article_addresses.push(copyLine(story.section.id, slug, id, new Date(publishedAt)));
}

interface Saved extends Edition {
  readonly revisionId: string;
  readonly slug: string;
}

function revisionLine({ id, section }: StoryPlan, edition: Saved, words: Words, body: BodyColumns): string {
  const { kind, headline, kicker, standfirst, source } = words;
  const before = [edition.revisionId, id, edition.number, section.id, edition.slug, kind, headline, kicker, standfirst];
  const after = [RENDERER_VERSION, body.words, new Date(edition.savedAt)];
  return lineOfEscaped(
    ...[...before, ...source].map(escapeValue),
    ...[body.body, body.text, body.html],
    ...after.map(escapeValue),
  );
}

interface Edition {
  readonly number: number;
  readonly savedAt: number;
  readonly from: number;
  readonly to: number | null;
}

/** The version first published, and the one that followed if there was one. */
function editionsOf({ createdAt, publishedAt, updatedAt }: StoryPlan): Edition[] {
  const first = { number: 1, savedAt: createdAt, from: publishedAt, to: updatedAt };
  if (updatedAt === null) return [first];
  return [first, { number: 2, savedAt: updatedAt - 300_000, from: updatedAt, to: null }];
}

interface Published extends Saved {
  readonly bylineIds: readonly string[];
}

function publish(story: StoryPlan, edition: Published, random: Random, rows: StoryRows): void {
  const { revisionId, slug, bylineIds } = edition;
  const id = uuidAt(edition.from, random);
  const first = new Date(story.publishedAt);
  const from = new Date(edition.from);
  const until = edition.to === null ? null : new Date(edition.to);
  const updated = edition.number === 1 ? null : from;
  rows.publications.push(copyLine(id, story.id, revisionId, story.section.id, slug, from, until, first, updated, from));
  for (const [position, tagId] of story.tagIds.entries()) {
    rows.revision_tags.push(copyLine(revisionId, tagId, position));
    rows.publication_tags.push(copyLine(id, tagId, story.id, first));
  }
  for (const [position, bylineId] of bylineIds.entries()) {
    rows.revision_bylines.push(copyLine(revisionId, bylineId, position));
    rows.publication_bylines.push(copyLine(id, bylineId, story.id, first));
  }
}
