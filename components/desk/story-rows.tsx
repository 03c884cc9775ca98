import Link from 'next/link';
import { StandingBadge } from '#components/desk/standing-badge.tsx';
import { When } from '#components/desk/when.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Table } from '#components/ui/table.tsx';
import type { DeskListRow } from '#features/article/model-desk-list.ts';
import { say } from '#lib/desk-words.ts';

interface StoryRowsProps {
  readonly rows: readonly DeskListRow[];
  readonly now: Date;
  readonly timeZone: string;
}

const columns = [
  { key: 'headline', name: say('articles.headline') },
  { key: 'standing', name: say('articles.standing') },
  { key: 'section', name: say('articles.section') },
  { key: 'writers', name: say('articles.writers') },
  { key: 'public', name: say('articles.public') },
  { key: 'views', name: say('analytics.human'), align: 'end' as const },
  { key: 'changed', name: say('articles.changed') },
  { key: 'view', name: say('shell.viewSite'), silent: true },
];

/** The desk's list of stories. A story that one may not write in is named, and leads nowhere. */
export function StoryRows({ rows, now, timeZone }: StoryRowsProps) {
  return (
    <Table label={say('articles.title')} columns={columns}>
      {rows.map((row) => (
        <tr key={row.id}>
          <td className="story-cell table-words">
            <Headline row={row} />
          </td>
          <td>
            <StandingBadge standing={row.standing} />
          </td>
          <td className="table-words text-soft">{row.section}</td>
          <td className="story-writers table-words text-soft">{row.writers}</td>
          <td className="story-public text-soft" data-name={row.publicFrom && say('articles.public')}>
            {row.publicFrom && <When date={row.publicFrom} now={now} timeZone={timeZone} />}
          </td>
          <td data-align="end" data-name={row.publicFrom && say('analytics.human')} className="story-views">
            <ViewCount row={row} />
          </td>
          <td className="text-soft" data-name={say('articles.changed')}>
            <When date={row.changedAt} now={now} timeZone={timeZone} />
          </td>
          <td data-align="end">{row.href && <ViewLink href={row.href} headline={row.headline} />}</td>
        </tr>
      ))}
    </Table>
  );
}

/** How often people viewed what is or was public, leading to more for those who may see it. */
function ViewCount({ row: { id, headline, publicFrom, views, editable } }: { row: DeskListRow }) {
  if (!publicFrom) return null;
  const count = views.toLocaleString('en');
  if (!editable) return count;
  return (
    <Link
      href={`/desk/articles/${id}/views`}
      prefetch={false}
      className="quiet-link"
      aria-label={say('analytics.countOf', { count, headline })}
    >
      {count}
    </Link>
  );
}

function Headline({ row: { id, headline, editable, newerWords, editors } }: { row: DeskListRow }) {
  const words = headline || <em className="text-soft">{say('articles.untitled')}</em>;
  return (
    <>
      {editable ? (
        <Link href={`/desk/articles/${id}`} prefetch={false} className="story-link">
          {words}
        </Link>
      ) : (
        <span className="font-medium">{words}</span>
      )}
      {newerWords && (
        <span title={say('articles.newerHint')}>
          <Badge tone="warn">{say('articles.newer')}</Badge>
        </span>
      )}
      {editors.length > 0 && (
        <Badge tone="accent">
          <Icon name="byline" size={12} />
          {say(editors.length === 1 ? 'articles.isHere' : 'articles.areHere', {
            names: editors.map(({ name }) => name).join(', '),
          })}
        </Badge>
      )}
    </>
  );
}

function ViewLink({ href, headline }: { href: string; headline: string }) {
  return (
    <a
      href={href}
      className="btn"
      data-look="plain"
      data-size="small"
      data-shape="icon"
      aria-label={say('articles.view', { headline })}
    >
      <Icon name="external" size={14} />
    </a>
  );
}
