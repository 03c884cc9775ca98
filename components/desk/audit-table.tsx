import { detailWords, didWords } from '#components/desk/audit-words.ts';
import { When } from '#components/desk/when.tsx';
import { Table } from '#components/ui/table.tsx';
import type { AuditLine } from '#features/audit/queries.ts';
import { say } from '#lib/desk-words.ts';

interface AuditTableProps {
  readonly lines: readonly AuditLine[];
  readonly now: Date;
  readonly timeZone: string;
  /** The page with what one person did. */
  readonly personHref: (id: string) => string;
}

const columns = [
  { key: 'when', name: say('audit.when') },
  { key: 'who', name: say('audit.who') },
  { key: 'what', name: say('audit.what') },
  { key: 'thing', name: say('audit.thing') },
  { key: 'details', name: say('audit.details') },
];

/** The audit log, a line an action. */
export function AuditTable({ lines, now, timeZone, personHref }: AuditTableProps) {
  return (
    <Table label={say('audit.title')} columns={columns}>
      {lines.map((line) => (
        <tr key={line.id}>
          <td className="text-soft">
            <When date={line.happenedAt} now={now} timeZone={timeZone} />
          </td>
          <td className="table-words">
            <Who line={line} personHref={personHref} />
          </td>
          <td>{didWords(line)}</td>
          <td className="table-words">
            <Thing line={line} />
          </td>
          <td className="audit-details table-words">{detailWords(line, timeZone)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Who({ line: { actorId, actorName }, personHref }: { line: AuditLine } & Pick<AuditTableProps, 'personHref'>) {
  if (!actorId) return <span className="text-soft">{actorName}</span>;
  return (
    <a href={personHref(actorId)} className="quiet-link" title={say('audit.only', { name: actorName })}>
      {actorName}
    </a>
  );
}

/** The pages of the things that have one. */
const pages: Readonly<Record<string, string>> = {
  article: '/desk/articles',
  section: '/desk/sections',
  tag: '/desk/tags',
  byline: '/desk/bylines',
  media: '/desk/media',
};

function Thing({ line: { subjectKind, subjectId, subjectName } }: { line: AuditLine }) {
  if (!subjectName) return null;
  const page = pages[subjectKind];
  return page ? (
    <a href={`${page}/${subjectId}`} className="quiet-link">
      {subjectName}
    </a>
  ) : (
    subjectName
  );
}
