import { Picture } from '#components/ui/picture.tsx';
import type { ArticleCard } from '#features/article/dto.ts';

/** The small picture at the side of a row of a list, if its story has one. */
export function RowPicture({ card: { picture } }: { card: ArticleCard }) {
  if (!picture) return null;
  return (
    <div className="row-picture">
      <Picture
        picture={picture}
        decorative
        sizes="(min-width: 68rem) 12rem, (min-width: 48rem) 14rem, 6.5rem"
        className="crop"
      />
    </div>
  );
}
