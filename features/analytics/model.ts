import type { ViewSource } from '#lib/vocabulary.ts';

/** How far back the desk looks: half an hour by minutes, a day and a week by hours, thirty days by days. */
export const analyticsSpans = ['now', 'day', 'week', 'month'] as const;
export type AnalyticsSpan = (typeof analyticsSpans)[number];

/** The unit of a span's steps, and how many there are; the last has just begun. */
export const stepsOf: Record<AnalyticsSpan, { readonly unit: 'minute' | 'hour' | 'day'; readonly count: number }> = {
  now: { unit: 'minute', count: 30 },
  day: { unit: 'hour', count: 24 },
  week: { unit: 'hour', count: 7 * 24 },
  month: { unit: 'day', count: 30 },
};

/** What can be had as a file of its own. */
export const analyticsTables = ['steps', 'sources', 'sections', 'authors', 'articles'] as const;
export type AnalyticsTable = (typeof analyticsTables)[number];

/** Views by people, and views that were told to be a machine's, another site's or a flood's. */
export interface Views {
  readonly human: number;
  readonly filtered: number;
}

/** What happened in a minute, an hour or a day; `votes` is by how many the tallies changed and can be below zero. */
export interface Step extends Views {
  /** The step's beginning. */
  readonly at: Date;
  readonly votes: number;
}

export interface SourceViews extends Views {
  readonly source: ViewSource;
}

export interface NamedViews extends Views {
  readonly id: string;
  readonly name: string;
}

export interface ArticleViews extends Views {
  readonly id: string;
  readonly headline: string;
  readonly section: string | null;
  readonly votes: number;
}

/** What the desk sees of a span. Sections, authors and articles with the most views first, 50 of each at most. */
export interface Analytics {
  readonly steps: readonly Step[];
  readonly total: Views & { readonly votes: number };
  readonly sources: readonly SourceViews[];
  readonly sections: readonly NamedViews[];
  readonly authors: readonly NamedViews[];
  readonly articles: readonly ArticleViews[];
}

/** An hour of a story's first days, beside the middle story of its section; null where there are too few to compare. */
export interface StoryHour {
  /** Hours since the story became public, counted from 0. */
  readonly hour: number;
  /** Null for an hour that has not begun. */
  readonly human: number | null;
  readonly filtered: number | null;
  readonly median: number | null;
}

/** So many hours of a story are compared. */
export const hoursCompared = 72;

export interface StoryAnalytics {
  readonly id: string;
  readonly headline: string;
  readonly section: string | null;
  /** When the story became public; null if it never was. */
  readonly publicFrom: Date | null;
  /** All views there ever were. */
  readonly total: Views;
  readonly votes: number;
  /** All 72 of them; none for what was never public. */
  readonly hours: readonly StoryHour[];
  /** With how many stories of the section it is compared; 0 where there are fewer than five. */
  readonly compared: number;
}
