import { shareImage } from '#features/article/share-image.ts';
import type { FeedStory } from '#features/feed/model.ts';
import { absoluteUrl, type Site } from '#features/site/model.ts';
import { fullTime } from '#lib/dates.ts';
import { attributes, escapeHtml } from '#lib/html.ts';
import { languageMark } from '#lib/language.ts';
import { wordsFor } from '#lib/messages.ts';

/** The whole story as HTML that stands on its own in a feed reader: picture, dateline, body, corrections, source; links absolute. */
export function storyHtml(story: FeedStory, site: Site): string {
  return (
    pictureHtml(story, site) +
    withDateline(absoluteLinks(story, site), story) +
    correctionsHtml(story, site) +
    sourceHtml(story)
  );
}

function pictureHtml({ picture }: FeedStory, site: Site): string {
  if (!picture) return '';
  const { url, width, height, alt } = shareImage(picture, site);
  const words = [picture.caption, picture.credit].filter(Boolean).join(' ');
  const caption = words ? `<figcaption>${escapeHtml(words)}</figcaption>` : '';
  return `<figure><img${attributes({ src: url, alt, width, height })}>${caption}</figure>`;
}

/**
 * Our renderer writes every attribute in double quotes and escapes those in text, so what looks like one of these
 * attributes is one.
 */
function absoluteLinks({ bodyHtml, href }: FeedStory, site: Site): string {
  return bodyHtml
    .replace(/ (href|src)="([/#][^"]*)"/g, (_match, name, link: string) => {
      const path = link.startsWith('#') ? href + link : link;
      return ` ${name}="${absoluteUrl(path, site)}"`;
    })
    .replace(/ srcset="([^"]*)"/g, (_match, list: string) => {
      const offers = list.split(', ').map((offer) => absoluteUrl(offer, site));
      return ` srcset="${offers.join(', ')}"`;
    });
}

/** `SEOUL, South Korea (AP) —` at the head of the first paragraph. */
function withDateline(html: string, { datelinePlace, sourceAgency }: FeedStory): string {
  if (!datelinePlace) return html;
  const line = escapeHtml(sourceAgency ? `${datelinePlace} (${sourceAgency}) — ` : `${datelinePlace} — `);
  return html.startsWith('<p>') ? `<p>${line}${html.slice(3)}` : `<p>${line}</p>${html}`;
}

function correctionsHtml({ corrections, language }: FeedStory, site: Site): string {
  const say = wordsFor(site.language);
  return corrections
    .map(({ text, issuedAt }) => {
      const when = escapeHtml(say('corrections.on', { when: fullTime(issuedAt, site) }));
      return `<p><strong${attributes({ ...languageMark(site.language, language) })}>${when}</strong> ${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
    })
    .join('');
}

function sourceHtml({ sourceAgency, sourceUrl, licence }: FeedStory): string {
  const name = escapeHtml(sourceAgency || sourceUrl || '');
  const source = sourceUrl ? `<a${attributes({ href: sourceUrl })}>${name}</a>` : name;
  const line = [source, escapeHtml(licence)].filter(Boolean).join(' · ');
  return line ? `<p><small>${line}</small></p>` : '';
}
