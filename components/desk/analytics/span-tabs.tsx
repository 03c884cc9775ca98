import Link from 'next/link';
import { type AnalyticsSpan, analyticsSpans } from '#features/analytics/model.ts';
import { say } from '#lib/desk-words.ts';

/** The spans of time as links. */
export function SpanTabs({ span }: { span: AnalyticsSpan }) {
  return (
    <nav aria-label={say('analytics.span')} className="tabs-list">
      {analyticsSpans.map((each) => (
        <Link
          key={each}
          href={`/desk/analytics?span=${each}`}
          prefetch={false}
          className="tab"
          aria-current={each === span ? 'page' : undefined}
        >
          {say(`analytics.span.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
