import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';

/** Who wrote a story, as a line over its headline; not linked, since the headline's link covers it. */
export function AuthorNames({ authors, edition: { site } }: { authors: readonly Link[]; edition: Edition }) {
  if (authors.length === 0) return null;
  const names = authors.map(({ name }) => name);
  return <p className="author-names">{new Intl.ListFormat(site.language).format(names)}</p>;
}
