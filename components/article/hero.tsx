import { Picture } from '#components/ui/picture.tsx';
import type { Picture as PictureData } from '#features/media/dto.ts';

/** A story's main picture with its caption and credit. */
export function Hero({ picture }: { picture: PictureData | null }) {
  if (!picture) return null;
  const { caption, credit, width, height } = picture;
  return (
    <figure className={width < height ? 'hero hero-tall' : 'hero'}>
      <Picture picture={picture} first sizes="(min-width: 68rem) 53rem, 94vw" className="h-auto w-full" />
      {(caption || credit) && (
        <figcaption className="caption">
          {caption} {credit && <small>{credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
