import 'server-only';
import { listArticles } from '#features/article/lists.ts';
import { readSections } from '#features/section/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { llmsText } from '#features/site/llms.ts';
import { notFoundText } from '#features/site/no-page-text.ts';
import { readSite } from '#features/site/queries.ts';
import { wordsFor } from '#lib/messages.ts';

/** Answers with a file whose text is a setting; while that is empty there is no such file. */
export async function respondWithFile(name: 'adsTxt' | 'humansTxt' | 'securityTxt'): Promise<Response> {
  const { [name]: text, language } = await readSettings();
  return text === '' ? noFile(language) : plainText(`${text}\n`);
}

/** Sends to where security.txt belongs whoever looks for it where it once was (RFC 9116, section 3). */
export async function redirectToSecurityFile(): Promise<Response> {
  const { securityTxt, language } = await readSettings();
  if (securityTxt === '') return noFile(language);
  return new Response(null, { status: 308, headers: { location: '/.well-known/security.txt' } });
}

/** How many of the newest stories stand in llms.txt. */
const newestSize = 30;

/** Answers with what the site tells language models of itself, where it wants to. */
export async function respondWithLlms(): Promise<Response> {
  const { llmsTxt, language } = await readSettings();
  if (llmsTxt === 'off') return noFile(language);
  const [site, { all }, { cards }] = await Promise.all([
    readSite(),
    readSections(),
    listArticles({ of: 'site' }, { size: newestSize }),
  ]);
  return plainText(llmsText(site, all, cards));
}

/** Answers with plain text, in UTF-8 as security.txt has to be. */
export const plainText = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });

const noFile = (language: string): Response => notFoundText(wordsFor(language)('missing.file'));
