import type { Metadata } from 'next';
import Link from 'next/link';
import { BarChart } from '#components/desk/analytics/bar-chart.tsx';
import { FiguresTable } from '#components/desk/analytics/figures-table.tsx';
import { ReportSection } from '#components/desk/analytics/report-section.tsx';
import { SpanTabs } from '#components/desk/analytics/span-tabs.tsx';
import { StepsReport } from '#components/desk/analytics/steps-report.tsx';
import { Totals } from '#components/desk/analytics/totals.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import type { Analytics, AnalyticsSpan, AnalyticsTable, Views } from '#features/analytics/model.ts';
import { readAnalytics } from '#features/analytics/queries.ts';
import { analyticsQuery } from '#features/analytics/schema.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { timeOfDay } from '#lib/dates.ts';
import { say } from '#lib/desk-words.ts';
import { toResult } from '#lib/result.ts';
import { refusedPage } from '../../../refused-page.tsx';

export const metadata: Metadata = { title: say('analytics.title') };

type Props = { searchParams: Promise<Record<string, unknown>> };

/** How the whole site is read: over time, from where, and what. */
export default async function AnalyticsPage({ searchParams }: Props) {
  const [actor, query] = await Promise.all([requireSignedIn(), searchParams]);
  const { span } = analyticsQuery.parse(query);
  const [result, { timeZone }] = await Promise.all([toResult(() => readAnalytics(actor, span)), readSettings()]);
  if (!result.ok) return refusedPage(result.error, '/desk');
  const { total, steps } = result.data;
  const nothing = total.human + total.filtered === 0 && steps.every(({ votes }) => votes === 0);
  return (
    <>
      <PageTitle title={say('analytics.title')} text={say('analytics.text')} />
      <SpanTabs span={span} />
      {span === 'now' && (
        <p className="mbs-3 text-soft">
          {say('analytics.updated', { time: timeOfDay(new Date(), { language: 'en-GB', timeZone }) })}{' '}
          <Link href="/desk/analytics?span=now" prefetch={false} className="text-link">
            {say('analytics.refresh')}
          </Link>
        </p>
      )}
      {nothing ? (
        <EmptyState title={say('analytics.none')} text={say('analytics.noneText')} />
      ) : (
        <Report analytics={result.data} span={span} timeZone={timeZone} />
      )}
    </>
  );
}

const views = {
  [say('analytics.human')]: ({ human }: Views) => human,
  [say('analytics.filtered')]: ({ filtered }: Views) => filtered,
};

function Report({ analytics, span, timeZone }: { analytics: Analytics; span: AnalyticsSpan; timeZone: string }) {
  const { total, steps, articles } = analytics;
  const sources = analytics.sources.map((row) => ({ ...row, name: say(`analytics.source.${row.source}`) }));
  const csv = (table: AnalyticsTable) => `/desk/analytics/${table}.csv?span=${span}`;
  return (
    <>
      <Totals total={total} votes={total.votes} />
      <StepsReport steps={steps} span={span} timeZone={timeZone} />
      <ReportSection title={say('analytics.articles')} csv={csv('articles')}>
        <FiguresTable
          label={say('analytics.articles')}
          head={say('analytics.article')}
          rows={articles}
          keyOf={({ id }) => id}
          nameOf={({ id, headline, section }) => (
            <>
              <Link href={`/desk/articles/${id}/views`} prefetch={false} className="quiet-link">
                {headline}
              </Link>
              {section && <span className="figures-section">{section}</span>}
            </>
          )}
          figures={{ ...views, [say('analytics.votes')]: ({ votes }) => votes }}
        />
      </ReportSection>
      <ReportSection title={say('analytics.sources')} csv={csv('sources')} chart={<BarChart bars={sources} />}>
        <FiguresTable
          label={say('analytics.sources')}
          head={say('analytics.source')}
          rows={sources}
          keyOf={({ source }) => source}
          nameOf={({ name }) => name}
          figures={views}
        />
      </ReportSection>
      {(['sections', 'authors'] as const)
        .filter((table) => analytics[table].length > 0)
        .map((table) => (
          <ReportSection
            key={table}
            title={say(`analytics.${table}`)}
            {...(table === 'authors' ? { text: say('analytics.authorsText') } : {})}
            csv={csv(table)}
            chart={<BarChart bars={analytics[table]} />}
          >
            <FiguresTable
              label={say(`analytics.${table}`)}
              head={say(table === 'authors' ? 'analytics.author' : 'analytics.section')}
              rows={analytics[table]}
              keyOf={({ id }) => id}
              nameOf={({ name }) => name}
              figures={views}
            />
          </ReportSection>
        ))}
    </>
  );
}
