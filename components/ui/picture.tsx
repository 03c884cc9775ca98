import type { Picture as PictureData } from '#features/media/dto.ts';

interface PictureProps {
  readonly picture: PictureData;
  /** How wide it is drawn, as the `sizes` of HTML. */
  readonly sizes: string;
  /** A picture beside its own headline says nothing more: it has no words then. */
  readonly decorative?: boolean;
  /** The page's main picture: fetched first. All others wait until they come near. */
  readonly first?: boolean;
  readonly className?: string;
}

/** A picture in the best format and width that the browser takes. Its size is always said, so that nothing moves. */
export function Picture({ picture, sizes, decorative = false, first = false, className }: PictureProps) {
  const { sources, fallback, alt, width, height, focus } = picture;
  return (
    <picture>
      {sources.map(({ type, srcset }) => (
        <source
          key={type}
          type={type}
          srcSet={srcset.map((rendition) => `${rendition.url} ${rendition.width}w`).join(', ')}
          sizes={sizes}
        />
      ))}
      <img
        src={fallback}
        alt={decorative ? '' : alt}
        width={width}
        height={height}
        decoding="async"
        {...(first ? { fetchPriority: 'high' } : { loading: 'lazy' })}
        className={className}
        data-focus-x={focus.x === 5 ? undefined : focus.x}
        data-focus-y={focus.y === 5 ? undefined : focus.y}
      />
    </picture>
  );
}
