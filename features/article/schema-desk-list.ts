import { z } from 'zod';

/** What a list of the desk can be narrowed to: what was decided, and what only the clock tells apart. */
export const listedStandings = [
  'draft',
  'in_review',
  'scheduled',
  'embargoed',
  'published',
  'archived',
  'killed',
  'stub',
] as const;

export type ListedStanding = (typeof listedStandings)[number];

/** The list's address; a value that makes no sense is as good as none. */
export const deskListQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(listedStandings).nullable().catch(null),
  section: z.uuid().nullable().catch(null),
  whose: z.enum(['mine', 'all']).nullable().catch(null),
  before: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

export type DeskListQuery = z.output<typeof deskListQuery>;
