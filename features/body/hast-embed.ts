import type { Element } from 'hast';
import { cleanLine } from './clean-text.ts';
import { attribute, descendants } from './hast-text.ts';
import { isWebAddress, resolveHref } from './href.ts';
import type { BlockOf } from './schema.ts';

/** A frame, film, sound or object as a link to where it is, or null where it names no web address. */
export function embedOf(element: Element, pageUrl?: string): BlockOf<'embed'> | null {
  const sources = [element, ...descendants(element, 'source', 'embed', 'object')];
  const address = sources.map((source) => attribute(source, 'src') ?? attribute(source, 'data')).find(Boolean);
  return embed(address, attribute(element, 'title') ?? attribute(element, 'ariaLabel'), pageUrl);
}

/**
 * Somebody else's picture as a link to it, named by its alternative text or else by `caption`: we neither load pictures
 * from other sites nor copy them unasked. Null for pixels that only count readers and for pictures written into the page.
 */
export function pictureEmbedOf(image: Element, pageUrl?: string, caption?: string): BlockOf<'embed'> | null {
  if (['width', 'height'].some((side) => Number(image.properties[side] ?? 100) <= 2)) return null;
  const addresses = ['src', 'dataSrc', 'dataLazySrc'].map((name) => attribute(image, name));
  const address = addresses.find((candidate) => candidate && !candidate.startsWith('data:'));
  return embed(address, attribute(image, 'alt') ?? caption ?? attribute(image, 'title'), pageUrl);
}

/** Little pictures that stand for a character, as blogs make of smileys. */
export function isEmojiPicture(image: Element): boolean {
  return /(^|\s)(emoji|wp-smiley)(\s|$)/.test(attribute(image, 'className') ?? '');
}

function embed(address: string | undefined, title: string | undefined, pageUrl?: string): BlockOf<'embed'> | null {
  const url = watchUrl(resolveHref(address ?? '', pageUrl));
  if (!url || !isWebAddress(url)) return null;
  const line = cleanLine(title ?? '')
    .slice(0, 500)
    .toWellFormed();
  return { type: 'embed', attrs: { url, provider: providerOf(url), title: line || null } };
}

/** Where a person watches what a player's address only plays, without the player's settings. */
function watchUrl(url: string | null): string | null {
  const youtube = url?.match(
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed\/|watch\?(?:[^#]*&)?v=)([\w-]{6,})/,
  );
  if (youtube) return `https://www.youtube.com/watch?v=${youtube[1]}`;
  const vimeo = url?.match(/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/);
  return vimeo ? `https://vimeo.com/${vimeo[1]}` : url;
}

const providers: readonly [RegExp, string][] = [
  [/(^|\.)(youtube\.com|youtu\.be)$/, 'YouTube'],
  [/(^|\.)vimeo\.com$/, 'Vimeo'],
  [/(^|\.)slideshare\.net$/, 'SlideShare'],
  [/(^|\.)(twitter|x)\.com$/, 'X'],
  [/(^|\.)instagram\.com$/, 'Instagram'],
  [/(^|\.)facebook\.com$/, 'Facebook'],
  [/(^|\.)tiktok\.com$/, 'TikTok'],
  [/(^|\.)soundcloud\.com$/, 'SoundCloud'],
  [/(^|\.)spotify\.com$/, 'Spotify'],
];

function providerOf(url: string): string {
  const host = new URL(url).hostname;
  return providers.find(([pattern]) => pattern.test(host))?.[1] ?? host.replace(/^www\./, '');
}
