/** A month of the civil calendar; `month` counts from 1. */
export interface CivilMonth {
  readonly year: number;
  readonly month: number;
}

/** Half-open: `to` is the first moment that is not in it any more. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Reads the year of an archive's address, from 1000 to 9998; null for what is none. */
export const readYear = (year: string): number | null => (/^(?!9999)[1-9]\d{3}$/.test(year) ? Number(year) : null);

/** Reads the year and the month of an archive's address, such as `2025` and `04`, up to 9998; null for what is no month. */
export function readMonth(year: string, month: string): CivilMonth | null {
  const number = readYear(year);
  return number !== null && /^(?:0[1-9]|1[0-2])$/.test(month) ? { year: number, month: Number(month) } : null;
}

/** Reads `2025-04`, as databases and the names of files write a month; null for what is no month of an archive. */
export function parseMonth(text: string): CivilMonth | null {
  const [year = '', month = '', ...more] = text.split('-');
  return more.length === 0 ? readMonth(year, month) : null;
}

/** The month as it stands in an address: `2025/04`. */
export const monthPath = ({ year, month }: CivilMonth): string => `${year}/${String(month).padStart(2, '0')}`;

/** The month in which a moment falls by the clocks of a time zone (IANA). */
export function monthOf(date: Date, timeZone: string): CivilMonth {
  const parts = calendarOf(timeZone).formatToParts(date);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return { year: read('year'), month: read('month') };
}

/** All years that an archive's address can have. */
export const archiveSpan = (timeZone: string): Span => ({
  from: firstMoment({ year: 1000, month: 1 }, timeZone),
  to: firstMoment({ year: 9999, month: 1 }, timeZone),
});

/** From the first moment of a month in a time zone to the first of the next. */
export function monthSpan({ year, month }: CivilMonth, timeZone: string): Span {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return { from: firstMoment({ year, month }, timeZone), to: firstMoment(next, timeZone) };
}

const twoDays = 2 * 24 * 3_600_000;

/** Clocks are put on and back at midnight too, in some places by odd minutes: so it is searched for, by halving. */
function firstMoment(wanted: CivilMonth, timeZone: string): Date {
  const midnightUtc = Date.UTC(wanted.year, wanted.month - 1, 1);
  let before = midnightUtc - twoDays;
  let after = midnightUtc + twoDays;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isEarlier(monthOf(new Date(middle), timeZone), wanted)) before = middle;
    else after = middle;
  }
  return new Date(after);
}

const isEarlier = (one: CivilMonth, other: CivilMonth): boolean =>
  one.year < other.year || (one.year === other.year && one.month < other.month);

/** Built once a time zone: making one costs more than a hundred uses of it. */
const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let known = calendars.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: 'numeric' });
    calendars.set(timeZone, known);
  }
  return known;
}
