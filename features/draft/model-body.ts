import { slugify } from '#features/article/slug.ts';
import { isLinkHref, isWebAddress, resolveHref } from '#features/body/href.ts';
import { readingMinutes, wordCount } from '#features/body/model.ts';
import { type BodyDocument, bodyDocument } from '#features/body/schema.ts';

/** Whether a link may stand in a story. */
export { isLinkHref };

/** What somebody typed as a link, as one that may stand in a story; null for what is none. */
export const readLink = (typed: string): string | null => resolveHref(withScheme(typed.trim()));

/** What an editor holds as a body, without what only an editor wants; or the sentence that says why it is none. */
export function bodyOfEditor(json: unknown): { readonly body: BodyDocument } | { readonly problem: string } {
  const result = bodyDocument.safeParse(json);
  return result.success
    ? { body: result.data }
    : { problem: result.error.issues[0]?.message ?? 'The story is broken.' };
}

/** How long a story is. */
export function lengthOf(body: BodyDocument, language: string): { readonly words: number; readonly minutes: number } {
  const words = wordCount(body, language);
  return { words, minutes: readingMinutes(words) };
}

/** The slug that a headline makes; '' for an empty one. */
export const slugOf = (headline: string): string => (headline.trim() === '' ? '' : slugify(headline));

/** An address of another site as an embed names it, with who provides it; null for what is no web address. */
export function readEmbed(typed: string): { readonly url: string; readonly provider: string } | null {
  const url = withScheme(typed.trim());
  return isWebAddress(url) ? { url, provider: new URL(url).hostname.replace(/^www\./, '') } : null;
}

/** `example.org/a` as people type it is meant as an address of the web. */
const withScheme = (typed: string): string =>
  /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) && !typed.includes('@') ? `https://${typed}` : typed;
