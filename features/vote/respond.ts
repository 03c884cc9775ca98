import 'server-only';
import { z } from 'zod';
import { findStory, isCanonical, type StoryParams } from '#features/article/find-story.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';
import { goneText, notFoundText } from '#features/site/no-page-text.ts';
import { readSite } from '#features/site/queries.ts';
import type { VoteRecord } from '#features/vote/dto.ts';
import { recordHref } from '#features/vote/model.ts';
import { readSealedDay, readVoteRecord } from '#features/vote/queries-record.ts';
import { wordsFor } from '#lib/messages.ts';

/** Answers a program that asks for a story's votes with their seals. */
export async function respondWithRecord(params: StoryParams): Promise<Response> {
  return respond(params, recordHref.json, async ({ id, href }, site) => {
    return Response.json(recordJson(await readVoteRecord(id), href, site));
  });
}

/** Answers with the changes of a day of a story as they are sealed, in plain text. */
export async function respondWithDay({ day, ...params }: StoryParams & { day: string }): Promise<Response> {
  return respond(
    params,
    (story) => recordHref.day(story, day),
    async ({ id }, site) => {
      const changes = z.iso.date().safeParse(day).success ? await readSealedDay(id, day) : null;
      if (changes === null) return notFoundText(wordsFor(site.language)('record.noDay'));
      return new Response(changes, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
    },
  );
}

async function respond(
  params: StoryParams,
  hrefOf: (story: string) => string,
  answer: (story: { id: string; href: string }, site: Site) => Promise<Response>,
): Promise<Response> {
  const [{ segments, found }, site] = await Promise.all([findStory(params), readSite()]);
  const say = wordsFor(site.language);
  switch (found.found) {
    case 'nothing':
      return notFoundText(say('missing.title'));
    case 'gone':
      return goneText(say('gone.title'));
    case 'moved':
      return movedTo(hrefOf(found.href));
    case 'article':
      if (!isCanonical(found.article.href, segments)) return movedTo(hrefOf(found.article.href));
      return answer(found.article, site);
  }
}

const movedTo = (location: string) => new Response(null, { status: 308, headers: { location } });

function recordJson(
  { articleId, countedAt, tally, ledger, held, importedVotes, seals }: VoteRecord,
  story: string,
  site: Site,
) {
  return {
    story: absoluteUrl(story, site),
    id: articleId,
    countedAt: countedAt.toISOString(),
    ...{ tally, ledger, held, importedVotes },
    seals: seals.map((seal) => ({ ...seal, changes: absoluteUrl(recordHref.day(story, seal.day), site) })),
  };
}
