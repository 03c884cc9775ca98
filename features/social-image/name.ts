import 'server-only';
import { createHash } from 'node:crypto';
import type { SocialWords } from '#features/social-image/model.ts';
import { env } from '#lib/env.ts';
import { signValue, verifyValue } from '#lib/signed-cookie.ts';

/** Counts the ways in which images have been drawn: another one gives every image another address. */
const DRAWING = 1;

const purpose = 'social-image';

/** What an image of these words is called: the same words drawn in the same way have one name, for ever. */
export function socialName(articleId: string, words: SocialWords): string {
  const { headline, section, siteName, language, accent } = words;
  const said = JSON.stringify([DRAWING, headline, section, siteName, language, accent]);
  const version = createHash('sha256').update(said).digest('hex').slice(0, 16);
  return signValue(purpose, `${articleId}-${version}`, secret());
}

/** The story and the version that a name stands for; null for one that this site has not given. */
export function readSocialName(name: string): { articleId: string; version: string } | null {
  const value = verifyValue(purpose, name, secret());
  return value === null ? null : { articleId: value.slice(0, 36), version: value.slice(37) };
}

function secret(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set.');
  return BROADSHEET_SECRET;
}
