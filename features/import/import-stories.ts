import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { database, type Transaction } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';
import { articles } from '#db/schema/article.ts';
import { createArticle } from '#features/article/commands/create-article.ts';
import { createStub } from '#features/article/commands/create-stub.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { slugify } from '#features/article/slug.ts';
import { ensureTerms } from '#features/import/ensure-terms.ts';
import type { ImportEntry } from '#features/import/model.ts';
import type { ImportedStory } from '#features/import/schema.ts';
import type { Actor } from '#features/user/actor.ts';
import { importVotes } from '#features/vote/commands/import-votes.ts';
import { Refusal } from '#lib/errors.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';

export interface ImportReport {
  imported: number;
  /** Stories that an earlier run, or an earlier line, brought in. */
  known: number;
  stubs: number;
  /** Lines that could not be taken, with the reason. */
  problems: { line: number; reason: string }[];
}

interface ImportOptions {
  readonly actor: Actor;
  /** Called after each batch. */
  readonly onProgress?: (report: ImportReport, line: number) => void;
}

const batchSize = 25;

/**
 * Brings stories in by the same commands as the desk, published with their original dates, a batch a transaction.
 * A story that is known by its import key is left as it is, so that a run can be repeated. A line that cannot be
 * taken is reported and skipped; the others of its batch are kept.
 */
export async function importStories(
  entries: AsyncIterable<ImportEntry>,
  { actor, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const report: ImportReport = { imported: 0, known: 0, stubs: 0, problems: [] };
  let batch: ImportEntry[] = [];
  const flush = async () => {
    const last = batch.at(-1);
    if (!last) return;
    await importBatch(batch, actor, report);
    batch = [];
    onProgress?.(report, last.line);
  };
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  if (report.imported > 0) {
    await enqueueJob(database(), 'divide-sitemap', {}, { key: 'divide-sitemap' });
    await enqueueJob(database(), 'add-up-archives', {}, { key: 'add-up-archives' });
  }
  return report;
}

async function importBatch(batch: readonly ImportEntry[], actor: Actor, report: ImportReport): Promise<void> {
  const purges = await database().transaction(async (tx) => {
    // Two imports of one file take turns, so that each knows what the other brought in.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('import-stories'))`);
    const known = await knownKeys(tx, batch);
    const collected: Purge[] = [];
    for (const entry of batch) {
      if ('problem' in entry) {
        report.problems.push({ line: entry.line, reason: entry.problem });
      } else if (known.has(keyOf(entry))) {
        report.known += 1;
      } else {
        known.add(keyOf(entry));
        collected.push(...(await importEntry(tx, entry, actor, report)));
      }
    }
    return collected;
  });
  for (const purge of purges) purgeLocally(purge);
}

type Wanted = Exclude<ImportEntry, { problem: string }>;

const keyOf = (entry: Wanted): string =>
  'story' in entry ? entry.story.importKey : `headline:${slugify(entry.stub.headline)}`;

async function knownKeys(tx: Transaction, batch: readonly ImportEntry[]): Promise<Set<string>> {
  const keys = batch.flatMap((entry) => ('problem' in entry ? [] : keyOf(entry)));
  if (keys.length === 0) return new Set();
  const rows = await tx.select({ key: articles.importKey }).from(articles).where(inArray(articles.importKey, keys));
  return new Set(rows.flatMap(({ key }) => key ?? []));
}

/** One entry in a savepoint of its own, so that a refusal takes back this one only. */
async function importEntry(tx: Transaction, entry: Wanted, actor: Actor, report: ImportReport): Promise<Purge[]> {
  try {
    return await tx.transaction(async (savepoint) => {
      if ('story' in entry) {
        const purges = await importStory(savepoint, entry.story, actor);
        report.imported += 1;
        return purges;
      }
      const { ids, purges } = await ensureTerms(savepoint, actor, {
        section: entry.stub.section,
        tags: [],
        bylines: [],
      });
      const stub = { headline: entry.stub.headline, sectionId: ids.sectionId, importKey: keyOf(entry) };
      const made = await createStub.within(savepoint, actor, stub);
      report.stubs += 1;
      return [...purges, ...made.purges];
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    report.problems.push({ line: entry.line, reason: error.message });
    return [];
  }
}

async function importStory(tx: Transaction, story: ImportedStory, actor: Actor): Promise<Purge[]> {
  const terms = await ensureTerms(tx, actor, {
    section: story.sectionName,
    tags: story.tags,
    bylines: story.bylines,
  });
  const created = await createArticle.within(tx, actor, {
    importKey: story.importKey,
    content: {
      headline: story.headline,
      standfirst: story.standfirst,
      datelinePlace: story.dateline?.place,
      sourceAgency: story.agency,
      sourceUrl: story.sourceUrl ?? null,
      licence: story.licence,
      language: story.language,
      body: story.body,
      ...terms.ids,
    },
  });
  const { articleId } = created.output;
  const { publishedAt: firstPublishedAt, dateIs } = story;
  const published = await publishArticle.within(tx, actor, { articleId, firstPublishedAt, dateIs });
  const { importedVotes } = story;
  const voted = importedVotes ? await importVotes.within(tx, actor, { articleId, importedVotes }) : { purges: [] };
  return [...terms.purges, ...created.purges, ...published.purges, ...voted.purges];
}
