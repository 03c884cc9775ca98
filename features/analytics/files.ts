import { type CsvValue, csv } from '#lib/csv.ts';
import type { Analytics, AnalyticsTable, StoryAnalytics, Views } from './model.ts';

const counts = ({ human, filtered }: Views): CsvValue[] => [human, filtered];

/** One table of the desk's figures as CSV. Columns keep their names, so that a spreadsheet can be fed with them. */
export function analyticsCsv(analytics: Analytics, table: AnalyticsTable): string {
  switch (table) {
    case 'steps':
      return csv(
        ['from', 'views', 'filtered', 'votes'],
        analytics.steps.map((step) => [step.at, ...counts(step), step.votes]),
      );
    case 'sources':
      return csv(
        ['source', 'views', 'filtered'],
        analytics.sources.map((row) => [row.source, ...counts(row)]),
      );
    case 'sections':
    case 'authors':
      return csv(
        ['id', 'name', 'views', 'filtered'],
        analytics[table].map((row) => [row.id, row.name, ...counts(row)]),
      );
    case 'articles':
      return csv(
        ['id', 'headline', 'section', 'views', 'filtered', 'votes'],
        analytics.articles.map((row) => [row.id, row.headline, row.section, ...counts(row), row.votes]),
      );
  }
}

/** A story's hours as CSV. */
export function storyCsv({ hours }: StoryAnalytics): string {
  return csv(
    ['hour', 'views', 'filtered', 'median of the section'],
    hours.map((row) => [row.hour, row.human, row.filtered, row.median]),
  );
}
