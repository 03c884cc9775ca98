/** How dates are written: in which language (BCP 47) and as the clocks of which place (IANA). */
export interface DateStyle {
  readonly language: string;
  readonly timeZone: string;
}

/** `19 November 2026, 14:05 UTC`: to the minute, the zone always said. */
export function fullTime(date: Date, style: DateStyle): string {
  return `${day(date, style)}, ${format(date, style, clockAndZone)}`;
}

/** `19 November 2026`. */
export function day(date: Date, style: DateStyle): string {
  return format(date, style, wholeDay);
}

/** `19 Nov 2026`, where room is short. Pages are kept, so nothing says 'today' or 'an hour ago'. */
export function shortDay(date: Date, style: DateStyle): string {
  return format(date, style, dayInShort);
}

/** `14:05`, beside a heading that says the day. */
export function timeOfDay(date: Date, style: DateStyle): string {
  return format(date, style, clock);
}

/** `November 2026`; `month` counts from 1. */
export function monthName({ year, month }: { year: number; month: number }, { language }: DateStyle): string {
  const date = new Date(Date.UTC(2000, month - 1, 1));
  date.setUTCFullYear(year);
  return format(date, { language, timeZone: 'UTC' }, wholeMonth);
}

/** How long ago something was, such as `3 days ago`, in the largest unit of which it is one or more; for pages of minutes. */
export function age(date: Date, now: Date, { language }: Pick<DateStyle, 'language'>): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - date.getTime()) / 60_000));
  const [unit, length] = units.find(([, size]) => minutes >= size) ?? (['minute', 1] as const);
  return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(-Math.floor(minutes / length), unit);
}

/** In minutes; months and years of the mean length of the calendar. */
const units = [
  ['year', 525_949],
  ['month', 43_829],
  ['week', 10_080],
  ['day', 1440],
  ['hour', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** What stands in `<time datetime>`, in markup and in feeds: RFC 3339 to the second, in UTC. */
export const machineTime = (date: Date): string => `${date.toISOString().slice(0, -5)}Z`;

/** Gathers things by the day on which they happened there, in their order; each day once if the things are in order. */
export function byDay<Thing>(
  things: readonly Thing[],
  dateOf: (thing: Thing) => Date,
  style: DateStyle,
): { day: string; things: Thing[] }[] {
  const days = Map.groupBy(things, (thing) => day(dateOf(thing), style));
  return [...days].map(([name, members]) => ({ day: name, things: members }));
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const clockAndZone = { ...clock, timeZoneName: 'short' } as const;
const wholeDay = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const dayInShort = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const wholeMonth = { month: 'long', year: 'numeric' } as const;

function format(date: Date, style: DateStyle, parts: Intl.DateTimeFormatOptions): string {
  return formatOf(style, parts).format(date);
}

/** To make a format takes as long as to write a hundred dates with it; there are as many as ways of writing dates. */
const formats = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>();

function formatOf({ language, timeZone }: DateStyle, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(parts) ?? new Map<string, Intl.DateTimeFormat>();
  formats.set(parts, known);
  const key = `${language} ${timeZone}`;
  let made = known.get(key);
  if (!made) {
    // English of no country is written day first, as the rest of the world does.
    const locale = language === 'en' ? 'en-GB' : language;
    made = new Intl.DateTimeFormat(locale, { timeZone, calendar: 'gregory', ...parts });
    known.set(key, made);
  }
  return made;
}
