import type { Metadata } from 'next';
import { FiguresTable } from '#components/desk/analytics/figures-table.tsx';
import { ReportSection } from '#components/desk/analytics/report-section.tsx';
import { TimeChart } from '#components/desk/analytics/time-chart.tsx';
import { Totals } from '#components/desk/analytics/totals.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import type { StoryAnalytics, StoryHour } from '#features/analytics/model.ts';
import { readStoryAnalytics } from '#features/analytics/queries-story.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { say } from '#lib/desk-words.ts';
import { toResult } from '#lib/result.ts';
import { refusedPage } from '../../../../../refused-page.tsx';

export const metadata: Metadata = { title: say('analytics.story') };

/** How one story is read, beside the others of its section. */
export default async function StoryViewsPage({ params }: { params: Promise<{ id: string }> }) {
  const [actor, { id }] = await Promise.all([requireSignedIn(), params]);
  const result = await toResult(() => readStoryAnalytics(actor, id));
  if (!result.ok) return refusedPage(result.error, '/desk/articles');
  const { headline, publicFrom, total, votes } = result.data;
  return (
    <>
      <PageTitle title={say('analytics.story')} text={headline || say('editor.noHeadline')}>
        <LinkButton href={`/desk/articles/${id}`}>{say('editor.backToStory')}</LinkButton>
      </PageTitle>
      {publicFrom ? (
        <>
          <Totals total={total} votes={votes} />
          <Hours story={result.data} />
        </>
      ) : (
        <EmptyState title={say('analytics.neverPublic')} text={say('analytics.neverPublicText')} />
      )}
    </>
  );
}

function Hours({ story: { id, hours, compared } }: { story: StoryAnalytics }) {
  const line = (figure: 'human' | 'filtered' | 'median', look: 'main' | 'side' | 'other') => ({
    ...{ name: say(`analytics.${figure}`), look },
    values: hours.map((hour) => hour[figure]),
  });
  const median = compared > 0 ? { [say('analytics.median')]: (hour: StoryHour) => hour.median } : {};
  return (
    <ReportSection
      title={say('analytics.storyHours')}
      text={compared > 0 ? say('analytics.compared', { count: compared }) : say('analytics.notCompared')}
      csv={`/desk/articles/${id}/views.csv`}
      chart={
        <TimeChart
          steps={hours.map(({ hour }) => ({
            name: `${say('analytics.hour')} ${hour}`,
            tick: hour % 12 === 0 ? String(hour) : undefined,
          }))}
          lines={[line('human', 'main'), line('filtered', 'side'), ...(compared > 0 ? [line('median', 'other')] : [])]}
        />
      }
    >
      <FiguresTable
        label={say('analytics.storyHours')}
        head={say('analytics.hour')}
        rows={hours}
        keyOf={({ hour }) => String(hour)}
        nameOf={({ hour }) => hour}
        figures={{
          [say('analytics.human')]: ({ human }) => human,
          ...median,
          [say('analytics.filtered')]: ({ filtered }) => filtered,
        }}
      />
    </ReportSection>
  );
}
