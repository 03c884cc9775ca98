import { z } from 'zod';
import { bodyDocument } from '#features/body/schema.ts';
import { segment } from '#features/section/schema.ts';
import { isLanguageTag } from '#lib/language.ts';
import { articleKinds, canonicals, dateMeanings } from '#lib/vocabulary.ts';

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `must be at most ${most} characters long`)
    .refine((text) => !/\p{Cc}/u.test(text), 'must be one line without control characters');

const distinct = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .transform((ids) => [...new Set(ids)]);

const language = z.string().refine(isLanguageTag, 'must be a language tag such as en, pt-BR or zh-Hans');

const contentFields = z.object({
  kind: z.enum(articleKinds).default('news'),
  headline: line(300).min(1, 'must not be empty'),
  kicker: line(60).default(''),
  standfirst: line(1000).default(''),
  datelinePlace: line(120).default(''),
  sourceAgency: line(120).default(''),
  sourceUrl: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .nullable()
    .default(null),
  licence: line(200).default(''),
  canonical: z.enum(canonicals).default('self'),
  language: language.default('en'),
  body: bodyDocument,
  /** Without one, a slug is made of the headline. */
  slug: segment.optional(),
  sectionId: z.uuid(),
  tagIds: distinct(30).default([]),
  bylineIds: distinct(20).default([]),
  heroAssetId: z.uuid().nullable().default(null),
});

/** All that a revision says. */
export const articleContent = contentFields.refine(
  ({ canonical, sourceUrl }) => canonical !== 'source' || sourceUrl !== null,
  { path: ['sourceUrl'], message: 'must be given where search engines are to keep the original' },
);

export const createArticleInput = z.object({
  content: articleContent,
  importKey: z.string().min(1).max(2000).optional(),
});

export const saveRevisionInput = z.object({
  articleId: z.uuid(),
  /** The article's version that the change was made on. */
  version: z.number().int().positive(),
  content: articleContent,
});

/** The database and ISO 8601 write years of four digits. */
const planned = z.date().max(new Date('9999-12-31T23:59:59.999Z'), 'must lie before the year 10000');

export const publishArticleInput = z
  .object({
    articleId: z.uuid(),
    version: z.number().int().positive().optional(),
    /** Without one, the newest. */
    revisionId: z.uuid().optional(),
    /** When it takes effect; without one, at once. */
    at: planned.optional(),
    /** When it leaves the public again. */
    until: planned.optional(),
    embargoUntil: planned.optional(),
    /** For copy published elsewhere first: its original date. */
    firstPublishedAt: z.date().optional(),
    /** What that date says; without one it is our own, and known. */
    dateIs: z.enum(dateMeanings).default('original'),
    /** For copy that was updated elsewhere, or before it came here: the date of its last change of substance. */
    updatedAt: z.date().optional(),
    /** False for a change that readers need not be told of, such as a typing mistake. */
    substantive: z.boolean().default(true),
  })
  .refine((input) => !input.until || !input.at || input.until > input.at, {
    path: ['until'],
    message: 'must be later than the publication',
  });

export const unpublishArticleInput = z.object({ articleId: z.uuid(), at: planned.optional() });
export const articleReasonInput = z.object({ articleId: z.uuid(), reason: line(500).default('') });
export const embargoArticleInput = z.object({
  articleId: z.uuid(),
  /** Null lifts the embargo. */
  until: planned.nullable(),
});
export const articleInput = z.object({ articleId: z.uuid() });
