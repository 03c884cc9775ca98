/**
 * An ISO 8601 date, or date and time, as a moment, or null where there is no such day or hour. Without a zone it is read
 * as UTC, and without a time as midnight.
 */
export function momentOf(text: string): Date | null {
  const match = text.trim().match(pattern);
  if (!match) return null;
  const [, day, time = '00:00', seconds = ':00', zone = 'Z'] = match;
  const moment = new Date(`${day}T${time}${seconds}${zone.toUpperCase()}`);
  return Number.isNaN(moment.getTime()) || !isDay(day ?? '') ? null : moment;
}

const pattern = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?)?\s*(Z|z|[+-]\d\d:\d\d)?$/;

/** JavaScript takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
