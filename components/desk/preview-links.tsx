import { Table } from '#components/ui/table.tsx';
import { Time } from '#components/ui/time.tsx';
import type { endPreviews } from '#features/preview/actions.ts';
import type { PreviewLink } from '#features/preview/dto.ts';
import { type DateStyle, fullTime } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';
import { EndAllPreviews, EndPreview } from './end-preview.client.tsx';

interface PreviewLinksProps {
  readonly articleId: string;
  readonly links: readonly PreviewLink[];
  readonly style: DateStyle;
  readonly end: typeof endPreviews;
}

/** The links under which a story's newest words can be seen now, each to be ended; nothing where there are none. */
export function PreviewLinks({ articleId, links, style, end }: PreviewLinksProps) {
  if (links.length === 0) return null;
  const columns = [
    { key: 'by', name: say('editor.links.by') },
    { key: 'made', name: say('editor.links.made') },
    { key: 'until', name: say('editor.links.until') },
    { key: 'actions', name: say('account.people.actions'), silent: true, align: 'end' as const },
  ];
  return (
    <section aria-labelledby="preview-links" className="mbs-8">
      <h2 id="preview-links" className="font-bold">
        {say('editor.links')}
      </h2>
      <p className="text-soft mbe-2">{say('editor.links.text')}</p>
      <Table label={say('editor.links')} columns={columns}>
        {links.map(({ id, madeBy, createdAt, expiresAt }) => {
          const name = madeBy ?? say('editor.links.machine');
          const until = fullTime(expiresAt, style);
          return (
            <tr key={id}>
              <td className="table-words">{name}</td>
              <td className="text-soft">
                <Time date={createdAt}>{fullTime(createdAt, style)}</Time>
              </td>
              <td className="text-soft">
                <Time date={expiresAt}>{until}</Time>
              </td>
              <td data-align="end">
                <EndPreview
                  articleId={articleId}
                  linkId={id}
                  label={say('editor.links.endOf', { name, until })}
                  end={end}
                />
              </td>
            </tr>
          );
        })}
      </Table>
      <p className="mbs-3">
        <EndAllPreviews articleId={articleId} end={end} />
      </p>
    </section>
  );
}
