import type { IncomingMessage, ServerResponse } from 'node:http';
import { inboxLimits, spendInboxPost } from '#features/fediverse/limits.ts';
import { activityType, isActivity } from '#features/fediverse/model.ts';
import { readFollowableSite } from '#features/fediverse/queries.ts';
import { clientAddress } from '#lib/client-address.ts';
import { Refusal } from '#lib/errors.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';
import { requestPath } from '#server/http/request-path.ts';
import { answerJson, HttpProblem, type JsonAnswer } from './json-answer.ts';
import { readBody } from './request-fields.ts';

/** Milliseconds: whose signature is checked is asked on other servers, which have less. */
const deadline = 20_000;

/**
 * A post to an inbox of the site (ActivityPub, section 7), answered before Next: to check a signature takes as long as
 * another server likes, and would hold a place that a page is waited for in. Answers 202, or says why not. `network` is the
 * internet; tests give another.
 */
export async function handleInbox(
  request: IncomingMessage,
  response: ServerResponse,
  network?: GuardedNetwork,
): Promise<void> {
  await answerJson(request, response, () => take(request, network), deadline);
}

async function take(request: IncomingMessage, network?: GuardedNetwork): Promise<JsonAnswer> {
  const site = await readFollowableSite();
  if (!site) throw new Refusal('not_found', 'There is nobody to follow here.');
  await spendInboxPost(clientAddress(request));
  const type = request.headers['content-type'] ?? '';
  if (!isActivity(type)) {
    throw new HttpProblem(415, 'media_type', `Send ${activityType}.`, { accept: activityType });
  }
  const body = await readBody(request, inboxLimits.bytes);
  // The libraries for signatures are large: a site that nobody can follow does without them.
  const { takeActivity } = await import('#features/fediverse/commands/take-activity.ts');
  const taken = await takeActivity({ path: requestPath(request), headers: signedIn(request), body }, site, network);
  if (!taken) throw new HttpProblem(401, 'signature', 'The signature is not that of the actor, or covers too little.');
  return { status: 202, body: { ok: true } };
}

/** The headers that signatures are made of; of one that stands twice, all its values, as HTTP joins them. */
function signedIn({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || name === 'host' || hopByHop.has(name) ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(kept);
}

const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'expect', 'content-length']);
