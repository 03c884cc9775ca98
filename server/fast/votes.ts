import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ballot } from '#features/vote/dto.ts';
import { readStanding } from '#features/vote/queries.ts';
import { recentTally, tallyHolds } from '#features/vote/recent-tallies.ts';
import { tallyInput } from '#features/vote/schema.ts';
import { takeVote } from '#features/vote/take-vote.ts';
import { readVoter, serializeVoterCookie } from '#features/vote/voter-cookie.ts';
import { clientAddress } from '#lib/client-address.ts';
import { Refusal } from '#lib/errors.ts';
import { answerJson, HttpProblem, type JsonAnswer } from './json-answer.ts';
import { originOf } from './own-origin.ts';
import { readFields } from './request-fields.ts';

const largestVote = 1024;

/**
 * `/api/votes`, answered before Next. POST `articleId` and `intent` (vote or withdraw), as JSON or as a form, casts;
 * GET `?article=ID` tells the tally, a second old at most, and whether this reader's vote stands. Both answer with a
 * `Ballot`.
 */
export async function handleVotes(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await answerJson(request, response, async () => {
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        return showBallot(request);
      case 'POST':
        return cast(request, response);
      default:
        throw new HttpProblem(405, 'method', 'Use GET or POST.', { allow: 'GET, HEAD, POST' });
    }
  });
}

async function cast(request: IncomingMessage, response: ServerResponse): Promise<JsonAnswer> {
  if (originOf(request) === 'foreign') throw new Refusal('forbidden', 'Votes are cast from this site only.');
  const { articleId, intent } = await readFields(request, largestVote);
  const body = await takeVote({
    cookies: request.headers.cookie,
    address: clientAddress(request),
    articleId,
    intent,
    remember: (cookie) => response.setHeader('set-cookie', serializeVoterCookie(cookie)),
  });
  return { body };
}

async function showBallot(request: IncomingMessage): Promise<JsonAnswer> {
  const query = Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);
  const input = tallyInput.safeParse(query);
  if (!input.success) throw new Refusal('invalid', 'Name a story: ?article= and its id.');
  const voterId = readVoter(request.headers.cookie);
  const [tally, standing] = await Promise.all([
    recentTally(input.data.article),
    voterId === null ? null : readStanding(input.data.article, voterId),
  ]);
  if (!tally) throw new Refusal('not_found', 'There is no such story, or it is not public any more.');
  const ballot: Ballot = { ...tally, standing: standing?.standing ?? false, held: standing?.held ?? false };
  // Without a vote in hand all are told the same.
  return voterId === null ? { body: ballot, headers: forAll } : { body: ballot };
}

const forAll = { 'cache-control': `public, max-age=${tallyHolds / 1000}`, vary: 'cookie' } as const;
