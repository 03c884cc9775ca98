import type { Edition } from '#components/ui/edition.ts';
import type { ArticleDetail } from '#features/article/dto.ts';

/** The topics of a story. */
export function TagList({ tags, edition: { say } }: { tags: ArticleDetail['tags']; edition: Edition }) {
  if (tags.length === 0) return null;
  return (
    <nav aria-label={say('article.tags')} className="no-print">
      <ul className="flex flex-wrap gap-2 font-sans text-small">
        {tags.map(({ id, name, href }) => (
          <li key={id}>
            <a href={href} rel="tag" className="chip">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
