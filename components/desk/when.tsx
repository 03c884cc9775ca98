import { Time } from '#components/ui/time.tsx';
import { type DateStyle, day, fullTime, timeOfDay } from '#lib/dates.ts';

interface WhenProps {
  readonly date: Date;
  /** The moment at which the page is made, by which 'today' is told. */
  readonly now: Date;
  readonly timeZone: string;
}

/** A moment as briefly as it can be said: by the clock today, else by the day; whole when it is pointed at. */
export function When({ date, now, timeZone }: WhenProps) {
  const style: DateStyle = { language: deskLanguage, timeZone };
  return (
    <span title={fullTime(date, style)} className="whitespace-nowrap">
      <Time date={date}>{briefly(date, now, style)}</Time>
    </span>
  );
}

/** Days before months, as newspapers in English write them. */
const deskLanguage = 'en-GB';

function briefly(date: Date, now: Date, style: DateStyle): string {
  if (day(date, style) === day(now, style)) return timeOfDay(date, style);
  const year = yearOf(date, style) === yearOf(now, style) ? undefined : 'numeric';
  const options = { day: 'numeric', month: 'short', year, timeZone: style.timeZone } as const;
  return `${new Intl.DateTimeFormat(deskLanguage, options).format(date)}, ${timeOfDay(date, style)}`;
}

const yearOf = (date: Date, { timeZone }: DateStyle): string =>
  new Intl.DateTimeFormat(deskLanguage, { year: 'numeric', timeZone }).format(date);
