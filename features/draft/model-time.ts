import { say } from '#lib/desk-words.ts';
import type { PublicWindow } from './dto.ts';

/** `2026-11-23T14:05` by the clocks of a place (IANA), as a form's field of day and time writes it. */
export function localTime(date: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = partsOf(date, timeZone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The moment at which the clocks of a place show this; null for what is no time. An hour that the clocks skip is read as
 * the moment just after, one that they show twice as the first. A slip in the year, of which a form's field takes six
 * digits, is a moment too: taken for none, it would have a story published at once.
 */
export function momentOf(local: string, timeZone: string): Date | null {
  const asUtc = parseUtc(local);
  if (!/^\d{4,6}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(asUtc)) return null;
  const candidates = [asUtc - day, asUtc + day].map((near) => asUtc - offsetAt(near, timeZone));
  const exact = candidates.filter((moment) => moment + offsetAt(moment, timeZone) === asUtc);
  return new Date(exact.length > 0 ? Math.min(...exact) : Math.max(...candidates));
}

/** A moment as the desk says it: `23 Nov 2026, 14:05 CET`. */
export function sayMoment(moment: Date | string, timeZone: string): string {
  return momentFormat(timeZone).format(new Date(moment));
}

const momentFormat = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });

/** When a version becomes public for which its time and its embargo have to be over, as the desk says it. */
export const sayNext = (
  { from, embargoUntil }: Pick<PublicWindow, 'from' | 'embargoUntil'>,
  timeZone: string,
): string => sayMoment(new Date(Math.max(Date.parse(from), Date.parse(embargoUntil ?? from))), timeZone);

/** The next full hour by a place's clocks, as a form's field writes it. */
export const nextHour = (now: Date, timeZone: string): string =>
  localTime(new Date(now.getTime() + 3_600_000), timeZone).replace(/\d\d$/, '00');

/** A stretch of time as the desk says it: `23 Nov 2026, 14:05 – 14:20 CET`. */
export function sayStretch(from: Date | string, to: Date | string, timeZone: string): string {
  return momentFormat(timeZone).formatRange(new Date(from), new Date(to));
}

/** The time of day alone, for something that happened today: `14:05`. */
export function sayTime(moment: Date | string, timeZone: string): string {
  const date = new Date(moment);
  const today = localTime(new Date(), timeZone).slice(0, 10);
  if (localTime(date, timeZone).slice(0, 10) !== today) return sayMoment(date, timeZone);
  return localTime(date, timeZone).slice(11);
}

/** How a time zone is named beside a field: `Europe/Berlin (CET)`. */
export function zoneName(timeZone: string, at: Date): string {
  const short = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return short && short !== timeZone ? say('editor.zone', { place: timeZone, short }) : timeZone;
}

const day = 24 * 3_600_000;

/** How far a place's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const local = localTime(new Date(moment), timeZone);
  return parseUtc(local) - Math.floor(moment / 60_000) * 60_000;
}

/** What a form's field writes, as if the clocks were those of UTC; ECMAScript writes long years with a sign. */
const parseUtc = (local: string): number =>
  Date.parse(`${local.replace(/^\d{5,6}(?=-)/, (year) => `+${year.padStart(6, '0')}`)}Z`);

function partsOf(date: Date, timeZone: string): Record<string, string> {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'gregory',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(date);
  return Object.fromEntries(parts.map(({ type, value }) => [type, type === 'year' ? value.padStart(4, '0') : value]));
}
