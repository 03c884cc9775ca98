import type { RankingSpan } from '#lib/vocabulary.ts';

/** Hours that each span looks back. Views are counted by the hour: the shortest begins with the hour before this one. */
export const spanHours: Readonly<Record<RankingSpan, number>> = { hour: 2, day: 24, week: 168 };

/** Hours after which a view counts half, given that of the day: in proportion, for the others. */
export const halfLifeOf = (span: RankingSpan, ofDay: number): number => (ofDay * spanHours[span]) / spanHours.day;

/** The page that shows the rankings and says how they are made; of a section where its slug is given. */
export const rankingHref = (sectionSlug?: string): string =>
  sectionSlug === undefined ? '/ranking' : `/ranking/${encodeURIComponent(sectionSlug)}`;
