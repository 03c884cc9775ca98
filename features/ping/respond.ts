import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { indexNowKey } from '#features/ping/index-now-key.ts';
import { readSettings } from '#features/settings/queries.ts';
import { notFoundText } from '#features/site/no-page-text.ts';
import { plainText } from '#features/site/respond-text.ts';
import { wordsFor } from '#lib/messages.ts';

/** Answers a request for the file of IndexNow's key; only who knows the key finds it, and only while pings are sent. */
export async function respondWithKey(asked: string): Promise<Response> {
  const { indexNow, language } = await readSettings();
  const isKey = indexNow === 'on' && isSame(asked, indexNowKey());
  return isKey ? plainText(asked) : notFoundText(wordsFor(language)('missing.file'));
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
