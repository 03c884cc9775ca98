/** The longest slug, in UTF-16 units, suffix included. */
export const slugMaxLength = 80;

/** What a headline without a single letter or digit is called. */
const fallbackSlug = 'story';

/**
 * A headline as the last part of a URL: lower-case letters and digits of any script with single hyphens between words,
 * NFC, at most `maxLength` long, cut between words (or, in a word longer than that, between graphemes), never empty.
 * Diacritics stay (`müller`, not `muller`): what folding is right depends on the language, and other scripts stay too.
 */
export function slugify(headline: string, { maxLength = slugMaxLength, fallback = fallbackSlug } = {}): string {
  const words = headline
    .toWellFormed()
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(dropped, '')
    .replace(separators, '-')
    .replace(/(^|-)\p{M}+/gu, '$1')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  return shorten(words, maxLength) || fallback;
}

/** The slug for the `number`th story (2, 3, …) that would have had the same one: `slug-2`, no longer than `maxLength`. */
export function withSuffix(slug: string, number: number, maxLength: number = slugMaxLength): string {
  const suffix = `-${number}`;
  return shorten(slug, maxLength - suffix.length) + suffix;
}

/**
 * Apostrophes, Hebrew geresh and gershayim, which stand inside words; and what cannot be seen in an address:
 * soft hyphens, direction marks, joiners, variation selectors, keycap frames. The zero-width non-joiner parts words.
 */
const dropped = /['’‘‛`´′＇\u02bb\u02bc\u05f3\u05f4]|(?!\u200c)\p{Cf}|\p{Variation_Selector}|\p{Me}/gu;
const separators = /[^\p{L}\p{M}\p{N}]+/gu;

function shorten(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug;
  const cut = lastBoundary(slug, maxLength, 'word') || lastBoundary(slug, maxLength, 'grapheme');
  return slug.slice(0, cut).replace(/-+$/, '');
}

/** The last place up to `limit` where a word or grapheme ends; 0 where there is none. */
function lastBoundary(slug: string, limit: number, granularity: 'word' | 'grapheme'): number {
  let last = 0;
  for (const { index, segment } of new Intl.Segmenter('und', { granularity }).segment(slug)) {
    const end = index + segment.length;
    if (end > limit) break;
    last = end;
  }
  return last;
}
