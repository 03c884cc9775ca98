import type { Edition } from '#components/ui/edition.ts';
import type { Link } from '#features/article/dto.ts';
import type { NarrowedBy } from '#features/search/dto.ts';
import { type Asked, searchHref } from '#features/search/model-asked.ts';
import { day } from '#lib/dates.ts';

interface NarrowedByListProps {
  readonly asked: Asked;
  readonly narrowedBy: NarrowedBy;
  readonly edition: Edition;
}

/** What a search is narrowed by: each with a link to the same search without it. */
export function NarrowedByList({ asked, narrowedBy, edition }: NarrowedByListProps) {
  const { say } = edition;
  const filters = filtersOf(asked, narrowedBy, edition);
  if (filters.length === 0) return null;
  return (
    <ul aria-label={say('search.narrowedBy')} className="mbs-3 flex flex-wrap gap-2 font-sans text-small">
      {filters.map(({ name, href }) => (
        <li key={href}>
          <a href={href} className="chip" aria-label={say('search.widen', { filter: name })}>
            {name} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function filtersOf(asked: Asked, { section, tag, author }: NarrowedBy, { site, say }: Edition): Link[] {
  const without = (filter: Partial<Asked>) => searchHref({ ...asked, place: null, ...filter });
  const dayOf = (text: string) => day(new Date(`${text}T00:00:00Z`), { ...site, timeZone: 'UTC' });
  return [
    ...(section ? [{ name: say('search.inSection', { name: section }), href: without({ section: null }) }] : []),
    ...(tag ? [{ name: say('search.onTopic', { name: tag }), href: without({ tag: null }) }] : []),
    ...(author ? [{ name: say('search.by', { name: author }), href: without({ author: null }) }] : []),
    ...(asked.from ? [{ name: say('search.since', { day: dayOf(asked.from) }), href: without({ from: null }) }] : []),
    ...(asked.to ? [{ name: say('search.until', { day: dayOf(asked.to) }), href: without({ to: null }) }] : []),
  ];
}
