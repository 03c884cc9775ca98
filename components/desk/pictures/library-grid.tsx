import Link from 'next/link';
import { Badge } from '#components/ui/badge.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';
import { PictureThumb } from './picture-thumb.tsx';

/** The library's pictures, each leading to its own page. */
export function LibraryGrid({ pictures }: { pictures: readonly LibraryPicture[] }) {
  return (
    <ul className="picture-grid" aria-label={say('media.title')}>
      {pictures.map((picture) => (
        <li key={picture.id}>
          <Link href={`/desk/media/${picture.id}`} prefetch={false} className="picture-card">
            <PictureThumb picture={picture} />
            <PictureLabel picture={picture} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What a picture is called where it stands among others: what it shows, else its file's name. */
export function PictureLabel({ picture: { alt, name } }: { picture: LibraryPicture }) {
  return (
    <span className="picture-label">
      <span className="line-clamp-2">{alt || name || say('media.unnamed')}</span>
      {!alt && <Badge tone="warn">{say('media.noAlt')}</Badge>}
    </span>
  );
}
