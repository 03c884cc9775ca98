import Link from 'next/link';
import { Badge } from '#components/ui/badge.tsx';
import type { PictureUses as Uses } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';

/** The stories that show a picture, or did. */
export function PictureUses({ uses, more }: Uses) {
  return (
    <section className="card" aria-labelledby="picture-uses">
      <h2 id="picture-uses" className="card-title">
        {say('media.uses')}
      </h2>
      {uses.length === 0 && <p className="text-soft">{say('media.uses.none')}</p>}
      <ul className="grid gap-2">
        {uses.map((use) => (
          <li key={use.articleId}>
            <Link href={`/desk/articles/${use.articleId}`} prefetch={false} className="story-link">
              {use.headline || say('articles.untitled')}
            </Link>
            {use.public && <Badge tone="good">{say('media.uses.public')}</Badge>}
            {use.former && <Badge>{say('media.uses.former')}</Badge>}
          </li>
        ))}
      </ul>
      {more && <p className="text-soft">{say('media.uses.more')}</p>}
    </section>
  );
}
