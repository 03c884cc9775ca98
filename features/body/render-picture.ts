import type { Picture } from '#features/media/dto.ts';
import { attributes, escapeHtml } from '#lib/html.ts';

/** The widest that a picture stands in a story's column. */
const columnSizes = '(min-width: 48rem) 44rem, 100vw';

/**
 * A picture with its caption and credit as `<figure>`. Width and height are always there, so that the text below does
 * not move when it arrives.
 */
export function renderFigure(picture: Picture, sizes: string = columnSizes): string {
  return `<figure data-picture>${renderPicture(picture, sizes)}${renderCaption(picture)}</figure>`;
}

function renderPicture({ alt, width, height, sources, fallback }: Picture, sizes: string): string {
  const offered = sources.map(({ type, srcset }) => {
    const list = srcset.map((rendition) => `${rendition.url} ${rendition.width}w`).join(', ');
    return `<source${attributes({ type, srcset: list, sizes })}>`;
  });
  const image = `<img${attributes({ src: fallback, alt, width, height, loading: 'lazy', decoding: 'async' })}>`;
  return `<picture>${offered.join('')}${image}</picture>`;
}

function renderCaption({ caption, credit }: Picture): string {
  if (!caption && !credit) return '';
  const words = [caption && escapeHtml(caption), credit && `<small>${escapeHtml(credit)}</small>`];
  return `<figcaption>${words.filter(Boolean).join(' ')}</figcaption>`;
}
