import { Icon } from '#components/ui/icon.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { LibraryPicture } from '#features/media/dto.ts';
import { say } from '#lib/desk-words.ts';

/** A picture in a small frame, cropped around its focal point; what it shows is said beside it. */
export function PictureThumb({ picture: { picture, problem } }: { picture: LibraryPicture }) {
  if (picture) return <Picture picture={picture} decorative sizes="11rem" className="thumb" />;
  return (
    <span className="thumb thumb-empty">
      <Icon name={problem ? 'danger' : 'media'} size={20} />
      <span>{say(problem ? 'media.state.problem' : 'media.state.preparing')}</span>
    </span>
  );
}
