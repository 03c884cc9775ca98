import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { kindOfView } from '#features/view/model.ts';
import { viewInput } from '#features/view/schema.ts';
import { sourceOf } from '#features/view/source.ts';
import { addressNetwork, clientAddress } from '#lib/client-address.ts';
import { Refusal } from '#lib/errors.ts';
import { countView } from './count-view.ts';
import { answerJson, HttpProblem } from './json-answer.ts';
import { originOf, ownHosts } from './own-origin.ts';
import { readFields } from './request-fields.ts';

const largestView = 512;
const networks = new RateLimiterMemory({ points: 600, duration: 60 });
const networkKey = randomBytes(32);

/**
 * `/api/views`, answered before Next: POST `article` and `from`, sent by the page once it was really seen, or GET `?article=`, which
 * a page without scripts asks for as a picture. The answer is 204 whether the view counts, is filtered, or is the same
 * reader's second today, and waits for no database.
 */
export async function handleViews(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const problem = await takeView(request).then(
    () => null,
    (error: unknown) => error,
  );
  if (problem !== null) return answerJson(request, response, () => Promise.reject(problem));
  response.writeHead(204, { 'cache-control': 'no-store' }).end();
}

async function takeView(request: IncomingMessage): Promise<void> {
  const input = viewInput.safeParse(await fieldsOf(request));
  if (!input.success) throw new Refusal('invalid', 'Send article, the id of a story.');
  const address = clientAddress(request);
  const userAgent = request.headers['user-agent'] ?? '';
  const purpose = request.headers['sec-purpose'] ?? request.headers.purpose;
  const kind = kindOfView({
    userAgent,
    purpose: String(purpose ?? ''),
    fromOwnPage: originOf(request) === 'own',
    withinLimit: await isWithinLimit(address),
  });
  const { article, from } = input.data;
  countView({ articleId: article, source: sourceOf(from, ownHosts(request)), kind, address, userAgent });
}

async function fieldsOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  switch (request.method) {
    case 'POST':
      return readFields(request, largestView);
    case 'GET':
      return Object.fromEntries(new URL(request.url ?? '', 'http://localhost').searchParams);
    default:
      throw new HttpProblem(405, 'method', 'Use POST, or GET for a picture.', { allow: 'GET, POST' });
  }
}

function isWithinLimit(address: string): Promise<boolean> {
  const network = createHmac('sha256', networkKey).update(addressNetwork(address)).digest('base64url');
  return networks.consume(network).then(
    () => true,
    () => false,
  );
}
