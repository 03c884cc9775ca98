import { sql } from 'drizzle-orm';
import { publications } from '#db/schema/publication.ts';

/**
 * Whether readers saw a publication, or see it now: it took effect, and no embargo hid it for as long as it was in force.
 * What was seen before an embargo counts as hidden while the embargo holds; a kill lifts that.
 */
export const wasSeen = sql`${publications.effectiveFrom} <= now() and (${publications.embargoUntil} is null
  or ${publications.embargoUntil} < least(${publications.effectiveTo}, now()))`;
