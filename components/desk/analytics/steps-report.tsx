import { type AnalyticsSpan, type Step, stepsOf } from '#features/analytics/model.ts';
import { say } from '#lib/desk-words.ts';
import { FiguresTable } from './figures-table.tsx';
import { ReportSection } from './report-section.tsx';
import { stepNames } from './step-names.ts';
import { TimeChart } from './time-chart.tsx';

interface StepsReportProps {
  readonly steps: readonly Step[];
  readonly span: AnalyticsSpan;
  readonly timeZone: string;
}

/** Views and votes over time. */
export function StepsReport({ steps, span, timeZone }: StepsReportProps) {
  const names = stepNames(
    steps.map(({ at }) => at),
    span,
    timeZone,
  );
  const named = steps.map((step, index) => ({ ...step, name: names[index]?.name ?? '' }));
  const line = (figure: 'human' | 'filtered' | 'votes', look: 'main' | 'side') => ({
    ...{ name: say(`analytics.${figure}`), look },
    values: steps.map((step) => step[figure]),
  });
  return (
    <ReportSection
      title={say('analytics.over')}
      text={say('analytics.zone', { zone: timeZone, unit: say(`analytics.unit.${stepsOf[span].unit}`) })}
      csv={`/desk/analytics/steps.csv?span=${span}`}
      chart={
        <div>
          <TimeChart steps={names} lines={[line('human', 'main'), line('filtered', 'side')]} />
          <TimeChart steps={names} lines={[line('votes', 'main')]} as="bars" />
        </div>
      }
    >
      <FiguresTable
        label={say('analytics.over')}
        head={say('analytics.begin')}
        rows={named.toReversed()}
        keyOf={({ at }) => at.toISOString()}
        nameOf={({ name }) => name}
        figures={{
          [say('analytics.human')]: ({ human }) => human,
          [say('analytics.filtered')]: ({ filtered }) => filtered,
          [say('analytics.votes')]: ({ votes }) => votes,
        }}
      />
    </ReportSection>
  );
}
