import { z } from 'zod';
import { articleKinds } from '#lib/vocabulary.ts';

const name = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const words = z.string().trim().min(1, 'must not be empty');
const list = words.transform((value) => value.split(',').map((item) => item.trim()));
const hours = words.transform(Number).pipe(z.number().min(0));

/** The head of a story's file, each value still as it is written there: one line of text. */
export const storyHead = z
  .strictObject({
    headline: words,
    kicker: words.optional(),
    standfirst: words,
    kind: z.enum(articleKinds),
    section: name,
    language: z.enum(['en', 'de', 'ja', 'ar']).default('en'),
    slug: words.optional(),
    tags: list.pipe(z.array(name).min(1)),
    bylines: list.pipe(z.array(name).min(1)).optional(),
    dateline: words.optional(),
    agency: words.optional(),
    sourceUrl: z.url().optional(),
    licence: words,
    hoursAgo: hours,
    updatedHoursAgo: hours.optional(),
    correction: words.optional(),
    hero: name.optional(),
  })
  .refine((head) => head.bylines || head.agency, 'needs bylines or an agency')
  .refine((head) => (head.updatedHoursAgo ?? 0) < head.hoursAgo, 'was updated before it was published');

/** The head of the file that keeps what an updated story said at first. */
export const earlierHead = z.strictObject({ headline: words, standfirst: words });

const picture = z.object({
  picture: name,
  width: z.number(),
  height: z.number(),
  alt: words,
  caption: words,
  credit: words,
});

const story = z.object({
  key: name,
  slug: words,
  kind: z.enum(articleKinds),
  headline: words,
  kicker: words.optional(),
  standfirst: words,
  section: name,
  tags: z.array(name),
  bylines: z.array(name),
  hoursAgo: z.number(),
  updatedHoursAgo: z.number().optional(),
  /** What was wrong in it, told when it is loaded. */
  correction: words.optional(),
  language: words,
  dateline: words.optional(),
  agency: words.optional(),
  sourceUrl: z.url().optional(),
  licence: words,
  /** Markdown with tables; its pictures are addressed as `picture:name`, its links as paths of the site. */
  body: words,
  hero: picture.optional(),
  /** What the story said between its publication and its update. */
  earlier: z.object({ headline: words, standfirst: words, body: words }).optional(),
});

/** All that the demonstration puts into an empty site. Times are hours before the moment of loading. */
export const demoContent = z.object({
  site: z.object({ name: words, description: words, voteLabel: words, timeZone: words, language: words }),
  sections: z.array(z.object({ slug: name, name: words, description: words, parent: name.optional() })),
  bylines: z.array(z.object({ handle: name, name: words, bio: words })),
  tags: z.array(z.object({ slug: name, name: words })),
  stories: z.array(story),
  pins: z.object({ front: z.array(name), recommendation: z.array(name) }),
});

export type DemoContent = z.infer<typeof demoContent>;
export type DemoStory = DemoContent['stories'][number];
