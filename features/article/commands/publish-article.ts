import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Transaction } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';
import { revisions } from '#db/schema/article.ts';
import { publications } from '#db/schema/publication.ts';
import { canArticle } from '#features/article/policy.ts';
import { publishArticleInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { sayMoment } from '#features/draft/model-time.ts';
import { announceChange } from '#features/ping/commands/announce-change.ts';
import { readSettings } from '#features/settings/queries.ts';
import { type Actor, userIdOf } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { claimAddress } from './claim-address.ts';
import { listPublication } from './list-publication.ts';
import { type LockedArticle, lockArticle, type PublicationWindow, publicationWindows } from './lock-article.ts';
import { pagesOf } from './pages-of.ts';
import { publicationDates, refuseForeignDates } from './publication-dates.ts';
import { refuseBarePictures } from './refuse-bare-pictures.ts';
import { refusePast } from './refuse-past.ts';
import { standingEmbargo } from './standing-embargo.ts';

type Input = z.output<typeof publishArticleInput>;

/**
 * Makes a revision public, at once or at a time. The publication in force ends at that moment, and whatever was
 * scheduled before is given up. A planned withdrawal of the story stays planned.
 */
export const publishArticle = defineCommand({
  name: 'article.publish',
  input: publishArticleInput,
  allows: (actor) => canArticle(actor, 'publish', null),
  async run({ tx, actor, input, refresh, audit }) {
    const article = await lockArticle(tx, actor, 'publish', input);
    refuseUnpublishable(article);
    const revision = await chosenRevision(tx, input);
    await refuseBarePictures(tx, revision.id);
    const windows = await publicationWindows(tx, article.id);
    const clock = await readClock(tx, input);
    refuseForeignDates(actor, article, input, windows, clock.fromDate);
    const embargoUntil = await embargoOf(tx, actor, article, input, windows);
    await shortenEmbargo(tx, windows, embargoUntil);
    const { current, given } = await endCurrent(tx, windows, clock);

    const slug = await claimAddress(tx, { articleId: article.id, sectionId: revision.sectionId, slug: revision.slug });
    const [publication] = await tx
      .insert(publications)
      .values({
        articleId: article.id,
        revisionId: revision.id,
        sectionId: revision.sectionId,
        slug,
        effectiveFrom: clock.from,
        effectiveTo: plannedEnd(input, clock, current, given),
        embargoUntil,
        ...publicationDates(input, windows, clock.from),
        createdBy: userIdOf(actor),
      })
      .returning();
    const made = publication as typeof publications.$inferSelect;
    await listPublication(tx, made);
    const version = await changeArticle(tx, article, 'published');
    await enqueueJob(
      tx,
      'relate-article',
      { articleId: article.id },
      { key: `relate:${article.id}`, runAt: clock.later },
    );

    await announce(tx, made, version, clock);
    refresh(await pagesOf(tx, article.id, current ? [made.id, current.id] : [made.id]));
    audit({
      subjectKind: 'article',
      subjectId: article.id,
      details: { revision: revision.number, from: made.effectiveFrom, to: made.effectiveTo, givenUp: given.length },
    });
    return {
      articleId: article.id,
      publicationId: made.id,
      sectionId: made.sectionId,
      slug,
      effectiveFrom: made.effectiveFrom,
      effectiveTo: made.effectiveTo,
      embargoUntil: made.embargoUntil,
      version,
    };
  },
});

function refuseUnpublishable(article: LockedArticle): void {
  if (article.state === 'stub') {
    throw new Refusal('conflict', 'This is only a headline seen elsewhere: it cannot be published.');
  }
  if (article.state === 'killed') throw new Refusal('conflict', 'This article was killed and cannot be published.');
}

async function chosenRevision(tx: Transaction, input: Input) {
  const [revision] = await tx
    .select({ id: revisions.id, number: revisions.number, sectionId: revisions.sectionId, slug: revisions.slug })
    .from(revisions)
    .where(
      and(eq(revisions.articleId, input.articleId), input.revisionId ? eq(revisions.id, input.revisionId) : undefined),
    )
    .orderBy(desc(revisions.number))
    .limit(1);
  if (!revision) throw new Refusal('not_found', 'There is no such revision of this article.');
  return revision;
}

/** When the publication takes effect: `now()` stays an expression, since a Date would lose its microseconds. */
async function readClock(tx: Transaction, input: Input) {
  const [row] = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  const now = new Date((row as { now: string }).now);
  await refusePast(tx, input.at, now);
  await refusePast(tx, input.embargoUntil, now, 'embargoUntil');
  const wanted = Math.max(input.at?.getTime() ?? 0, input.embargoUntil?.getTime() ?? 0);
  const later = wanted > now.getTime() ? new Date(wanted) : undefined;
  if (input.until && input.until <= (later ?? now)) {
    const problem = 'The story would leave the public before it is published.';
    throw new Refusal('invalid', problem, { until: problem });
  }
  return { later, from: later ?? sql`now()`, fromDate: later ?? now };
}

type Clock = Awaited<ReturnType<typeof readClock>>;

/** An embargo holds for the story, not for a version: what bears a later one is brought to the same moment. */
async function shortenEmbargo(
  tx: Transaction,
  windows: readonly PublicationWindow[],
  until: Date | null,
): Promise<void> {
  const later = windows.filter((window) => until && window.embargoUntil && window.embargoUntil > until);
  if (later.length === 0) return;
  const ids = later.map(({ id }) => id);
  await tx.update(publications).set({ embargoUntil: until }).where(inArray(publications.id, ids));
}

/** Ends the publication in force where the new one begins, and gives up those that were scheduled. */
async function endCurrent(tx: Transaction, windows: PublicationWindow[], clock: Clock) {
  const given = windows.filter(({ standing }) => standing === 'future');
  const current = windows.find(({ standing }) => standing === 'in force');
  if (given.length > 0) {
    await tx.delete(publications).where(
      inArray(
        publications.id,
        given.map(({ id }) => id),
      ),
    );
  }
  const gaveWay = given.some(({ effectiveFrom }) => effectiveFrom.getTime() === current?.effectiveTo?.getTime());
  if (current && (current.effectiveTo === null || gaveWay || current.effectiveTo > clock.fromDate)) {
    await tx.update(publications).set({ effectiveTo: clock.from }).where(eq(publications.id, current.id));
  }
  return { current, given };
}

/** A story under embargo stays under it, whoever publishes what; only who may lift it makes it shorter. */
async function embargoOf(
  tx: Transaction,
  actor: Actor,
  article: LockedArticle,
  { embargoUntil }: Input,
  windows: readonly PublicationWindow[],
): Promise<Date | null> {
  const standing = standingEmbargo(windows);
  if (!(embargoUntil && standing)) return embargoUntil ?? standing;
  if (embargoUntil < standing && !canArticle(actor, 'embargo', article)) {
    const until = sayMoment(standing, (await readSettings(tx)).timeZone);
    const message = `The story is under embargo until ${until}: only an editor can make that shorter.`;
    throw new Refusal('forbidden', message);
  }
  return embargoUntil;
}

function plannedEnd(
  input: Input,
  clock: Clock,
  current: PublicationWindow | undefined,
  given: PublicationWindow[],
): Date | null {
  if (input.until) return input.until;
  const end = (given.at(-1) ?? current)?.effectiveTo ?? null;
  return end && end > clock.fromDate ? end : null;
}

/** Tells of it when readers can see it, and when they cannot any more. */
async function announce(
  tx: Transaction,
  { articleId, embargoUntil, effectiveTo }: typeof publications.$inferSelect,
  version: number,
  { later, fromDate }: Clock,
): Promise<void> {
  const begins = embargoUntil && embargoUntil > fromDate ? embargoUntil : later;
  await announceChange(tx, { articleId, version }, begins);
  if (effectiveTo) await announceChange(tx, { articleId, version }, effectiveTo);
}
