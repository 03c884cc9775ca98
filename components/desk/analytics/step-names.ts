import type { AnalyticsSpan } from '#features/analytics/model.ts';

interface StepName {
  /** Such as `14:05`, `Mon 23 Nov, 14:00` or `Mon 23 Nov`. */
  readonly name: string;
  /** What the axis says, where it names this step. */
  readonly tick?: string | undefined;
}

/** What the steps of a span are called, by the clocks of the site's time zone. */
export function stepNames(steps: readonly Date[], span: AnalyticsSpan, timeZone: string): StepName[] {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  const clock = format({ hour: '2-digit', minute: '2-digit' });
  const weekday = format({ weekday: 'short', day: 'numeric', month: 'short' });
  const day = format({ day: 'numeric', month: 'short' });
  const hourOf = (at: Date) => `${weekday.format(at)}, ${clock.format(at)}`;
  const names: Record<AnalyticsSpan, (at: Date) => StepName> = {
    now: (at) => ({ name: clock.format(at), tick: at.getUTCMinutes() % 5 === 0 ? clock.format(at) : undefined }),
    day: (at) => ({ name: hourOf(at), tick: at.getUTCHours() % 3 === 0 ? clock.format(at) : undefined }),
    week: (at) => ({ name: hourOf(at), tick: clock.format(at).startsWith('00:') ? day.format(at) : undefined }),
    month: (at) => ({ name: weekday.format(at), tick: day.format(at) }),
  };
  return steps.map(names[span]);
}
