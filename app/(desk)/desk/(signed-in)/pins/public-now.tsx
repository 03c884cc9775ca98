import { Badge } from '#components/ui/badge.tsx';
import type { ArticleCard } from '#features/article/dto.ts';
import { readFront } from '#features/front/queries.ts';
import { readPinned } from '#features/pin/queries.ts';
import { say } from '#lib/desk-words.ts';
import type { PinPlace } from '#lib/vocabulary.ts';

interface PublicNowProps {
  readonly place: Exclude<PinPlace, 'unrecommended'>;
  readonly pinned: readonly string[];
}

/** What readers see in a place now, pinned or not. */
export async function PublicNow({ place, pinned }: PublicNowProps) {
  const cards = await shownIn(place);
  return (
    <section aria-labelledby="public-now" className="card">
      <h2 id="public-now" className="card-title">
        {say(`pins.now.${place}`)}
      </h2>
      {cards.length > 0 ? (
        <ol className="public-now">
          {cards.map(({ id, headline, href, section }) => (
            <li key={id}>
              <a href={href} className="story-link">
                {headline}
              </a>
              <span className="text-soft">{section.name}</span>{' '}
              {pinned.includes(id) && <Badge tone="good">{say('pins.pinned')}</Badge>}
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-soft">{say('pins.nowNone')}</p>
      )}
    </section>
  );
}

async function shownIn(place: PublicNowProps['place']): Promise<readonly ArticleCard[]> {
  switch (place) {
    case 'front': {
      const { lead, seconds } = await readFront();
      return lead ? [lead, ...seconds] : seconds;
    }
    case 'recommendation':
      return readPinned('recommendation');
  }
}
