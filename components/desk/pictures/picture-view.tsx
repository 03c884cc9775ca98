import { Notice } from '#components/ui/notice.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';

/** A picture for whoever may use it and not change it. */
export function PictureView({ picture: { picture, alt, caption, credit } }: { picture: LibraryPicture }) {
  return (
    <div className="grid content-start gap-3">
      <Notice>{say('media.describe.forbidden')}</Notice>
      {picture && <Picture picture={picture} sizes="(min-width: 68rem) 45rem, 100vw" className="h-auto w-full" />}
      <dl className="facts">
        {(
          [
            ['media.alt', alt],
            ['media.caption', caption],
            ['media.credit', credit],
          ] as const
        ).map(([term, fact]) => (
          <div key={term}>
            <dt>{say(term)}</dt>
            <dd>{fact || '–'}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
