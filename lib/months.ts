/** A month of the civil calendar; `month` counts from 1. */
export interface CivilMonth {
  readonly year: number;
  readonly month: number;
}

/** Reads the year and the month of an archive's address, such as `2025` and `04`; null for what is no month. */
export function readMonth(year: string, month: string): CivilMonth | null {
  if (!(/^[1-9]\d{3}$/.test(year) && /^(?:0[1-9]|1[0-2])$/.test(month))) return null;
  return { year: Number(year), month: Number(month) };
}

/** The month as it stands in an address: `2025/04`. */
export const monthPath = ({ year, month }: CivilMonth): string => `${year}/${String(month).padStart(2, '0')}`;

/** The month in which a moment falls by the clocks of a time zone (IANA). */
export function monthOf(date: Date, timeZone: string): CivilMonth {
  const { year, month } = wallClock(date.getTime(), timeZone);
  return { year, month };
}

/** From the first moment of a month in a time zone to the first of the next: half-open. */
export function monthSpan({ year, month }: CivilMonth, timeZone: string): { from: Date; to: Date } {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return { from: firstMoment(year, month, timeZone), to: firstMoment(nextYear, nextMonth, timeZone) };
}

const hour = 3_600_000;

/**
 * Takes the wall clock for UTC and corrects by the zone's offset there. An offset that changes near midnight is met
 * by correcting twice; where midnight itself is skipped, this is the moment of the change.
 */
function firstMoment(year: number, month: number, timeZone: string): Date {
  const wanted = Date.UTC(year, month - 1, 1);
  const guess = wanted - offsetAt(wanted, timeZone);
  const moment = wanted - offsetAt(guess, timeZone);
  const before = wallClock(moment - hour, timeZone);
  return new Date(before.year === year && before.month === month ? moment - hour : moment);
}

function offsetAt(time: number, timeZone: string): number {
  const { year, month, day, hours, minutes, seconds } = wallClock(time, timeZone);
  return Date.UTC(year, month - 1, day, hours, minutes, seconds) - Math.floor(time / 1000) * 1000;
}

function wallClock(time: number, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hours: read('hour'),
    minutes: read('minute'),
    seconds: read('second'),
  };
}
