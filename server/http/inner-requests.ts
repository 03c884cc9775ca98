import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { env } from '#lib/env.ts';
import { signValue } from '#lib/signed-cookie.ts';

const header = 'x-broadsheet-inner';
const ownSecret = randomBytes(32).toString('hex');

/**
 * Whether Next asks us for the page that an action goes on to, while the action's answer holds a place: it sends the
 * headers on that it was given, among them a mark that nobody outside can make and every process of the site knows.
 */
export function isInnerRequest({ headers }: IncomingMessage): boolean {
  const given = headers[header];
  if (headers.rsc !== '1' || typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(mark())];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Puts the mark on what is handed to Next. */
export function markForNext(request: IncomingMessage): void {
  request.headers[header] = mark();
}

const mark = (): string => signValue('inner request', 'next', env().BROADSHEET_SECRET ?? ownSecret);
