import { z } from 'zod';
import { analyticsSpans, analyticsTables } from '#features/analytics/model.ts';

/** What the page's address asks for; a span that there is not is the day. */
export const analyticsQuery = z.object({ span: z.enum(analyticsSpans).catch('day') });

/** The name of a file, such as `sources.csv`. */
export const analyticsFile = z
  .string()
  .endsWith('.csv')
  .transform((name) => name.slice(0, -'.csv'.length))
  .pipe(z.enum(analyticsTables));
