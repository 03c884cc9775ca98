import type { SeenElsewhere as Seen } from '#features/draft/model-metadata.ts';
import { say } from '#lib/desk-words.ts';

/** Characters that search engines and other sites show before they cut. */
const room = { title: 60, description: 160 } as const;

/** The story as a search engine and another site would show it, by the metadata that its page will have. */
export function SeenElsewhere({ seen, siteName }: { seen: Seen; siteName: string }) {
  const { title, headline, description, url, image } = seen;
  return (
    <div className="seen">
      <section aria-label={say('editor.seen.search')} className="seen-search">
        <p className="seen-site">{siteName}</p>
        <p className="seen-url">{decodeURI(url)}</p>
        <p className="seen-title">{cut(title, room.title)}</p>
        <p className="seen-description">{cut(description, room.description) || say('editor.seen.nothing')}</p>
      </section>
      <section aria-label={say('editor.seen.card')} className="seen-card">
        {image && <img src={image.url} alt={image.alt} className="seen-picture" />}
        <p className="seen-url">{new URL(url).host}</p>
        <p className="seen-headline">{headline || say('editor.noHeadline')}</p>
        <p className="seen-description">{cut(description, 120)}</p>
      </section>
      <p className="field-hint">
        {say('editor.seen.lengths', {
          title: headline.length,
          titleRoom: room.title,
          description: description.length,
          descriptionRoom: room.description,
        })}
      </p>
    </div>
  );
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
