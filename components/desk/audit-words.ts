import { auditWords } from '#features/audit/model.ts';
import type { AuditLine } from '#features/audit/queries.ts';
import { sayMoment } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';

type Done = Pick<AuditLine, 'action' | 'details' | 'happenedAt'>;

/** What was done: what a command has set for a later time was not done yet, and an embargo may have been lifted. */
export function didWords({ action, details, happenedAt }: Done): string {
  if (action === 'article.publish' && isLater(details.from, happenedAt)) return say('audit.scheduled');
  if (action === 'article.unpublish' && isLater(details.at, happenedAt)) return say('audit.scheduledEnd');
  if (action === 'article.embargo' && !details.until) return say('audit.embargoLifted');
  return auditWords(action);
}

/**
 * The details in a line, as far as they say anything by themselves: no ids, no lists of them, no times but those that lay
 * ahead, and not the name of the thing again, which stands beside them.
 */
export function detailWords(
  { details, happenedAt, subjectName }: Pick<AuditLine, 'details' | 'happenedAt' | 'subjectName'>,
  timeZone: string,
): string {
  return Object.entries(details)
    .filter(([, value]) => value !== subjectName)
    .flatMap(([name, value]) => {
      if (isLater(value, happenedAt)) return `${name}: ${sayMoment(value, timeZone)}`;
      const says = typeof value === 'string' ? value !== '' && !isId(value) && !isTime(value) : isCount(value);
      return says ? `${name}: ${inShort(String(value))}` : [];
    })
    .join(' · ');
}

const isLater = (value: unknown, happenedAt: Date): value is string =>
  typeof value === 'string' && isTime(value) && Date.parse(value) > happenedAt.getTime();

/** A file may stand among the settings. */
const inShort = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

const isCount = (value: unknown): boolean => typeof value === 'number' && value > 0;
const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
