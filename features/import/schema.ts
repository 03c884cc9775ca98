import { z } from 'zod';
import { bodyDocument } from '#features/body/schema.ts';
import { dateMeanings } from '#lib/vocabulary.ts';

const line = (what: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, `The ${what} is empty.`)
    .max(most, `The ${what} is longer than ${most} characters.`)
    .refine(
      (text) => text.isWellFormed() && !/\p{Cc}/u.test(text),
      `The ${what} contains a line end or control character.`,
    );

/** A story as any importer hands it on, whatever file it came from. Lengths are those that the desk accepts too. */
export const importedStory = z.object({
  /** Names the copy for ever: importing the same again finds the same article. The original address, where there is one. */
  importKey: z.string().min(1).max(2000, 'The address of the story is longer than 2,000 characters.'),
  headline: line('headline', 300),
  standfirst: line('standfirst', 1000).optional(),
  sectionName: line('name of the section', 80),
  tags: z.array(line('tag', 80)).max(30, 'The story has more than 30 tags.'),
  /** The people or bodies credited, in their order. */
  bylines: z.array(line('byline', 120)).max(20, 'The story has more than 20 bylines.'),
  /** When it was first published; for copied pages see `dateIs`. */
  publishedAt: z.date(),
  dateIs: z.enum(dateMeanings).default('original'),
  /** BCP 47. */
  language: z.string(),
  body: bodyDocument,
  /** As the copy has it: `SEOUL, South Korea`. */
  dateline: z.object({ place: line('place of the dateline', 120) }).optional(),
  agency: line('agency', 120).optional(),
  sourceUrl: z.url({ protocol: /^https?$/, error: 'The source is not an http or https address.' }).optional(),
  licence: line('licence', 200).optional(),
  /** Votes counted elsewhere, which nobody can check: a base kept apart from our own ledger. */
  importedVotes: z.int().min(0).max(2_000_000_000, 'The number of votes is over two thousand million.').optional(),
});

export type ImportedStory = z.infer<typeof importedStory>;

/** A story that holds to the schema, or one sentence on why it does not. */
export function checkStory(story: z.input<typeof importedStory>): { story: ImportedStory } | { problem: string } {
  const result = importedStory.safeParse(story);
  if (result.success) return { story: result.data };
  return { problem: result.error.issues[0]?.message ?? 'The story is not complete.' };
}
