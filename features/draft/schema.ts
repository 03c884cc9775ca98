import { z } from 'zod';
import { bodyDocument } from '#features/body/schema.ts';
import { isLanguageTag } from '#lib/language.ts';
import { articleKinds, canonicals } from '#lib/vocabulary.ts';

/**
 * Words under way: what articleContent asks of a finished story is not asked here, so that nothing that somebody types
 * is refused. The bounds only keep a hostile or broken client from filling the database.
 */
const words = z
  .string()
  .max(10_000, 'must be at most 10,000 characters long')
  .refine((text) => text.isWellFormed(), 'must not contain half of a character')
  .refine((text) => !/[^\P{Cc}\t\n]/u.test(text), 'must not contain control characters')
  .default('');

const distinct = (most: number) =>
  z
    .array(z.uuid())
    .max(most)
    .transform((ids) => [...new Set(ids)])
    .default([]);

/** The fields of articleContent as they may stand in a working copy. */
export const draftContent = z.object({
  kind: z.enum(articleKinds).default('news'),
  headline: words,
  kicker: words,
  standfirst: words,
  datelinePlace: words,
  sourceAgency: words,
  /** As typed; '' for none. */
  sourceUrl: words,
  licence: words,
  canonical: z.enum(canonicals).default('self'),
  language: z.string().refine(isLanguageTag, 'must be a language tag such as en, pt-BR or zh-Hans').default('en'),
  body: bodyDocument.default({ type: 'doc', content: [{ type: 'paragraph' }] }),
  /** As typed; '' for one made of the headline. */
  slug: words,
  sectionId: z.uuid().nullable().default(null),
  tagIds: distinct(100),
  bylineIds: distinct(100),
  heroAssetId: z.uuid().nullable().default(null),
});

export type DraftContent = z.output<typeof draftContent>;

/** One save of a working copy. */
export const saveDraftInput = z.object({
  articleId: z.uuid(),
  /** The version that these words were written on; 0 where nothing has been saved yet. */
  baseVersion: z.int().min(0),
  /** Made by the browser for these very words, so that a save sent twice is one save. */
  saveId: z.uuid(),
  content: draftContent,
  /** True where somebody chose these words over others: the others are then kept aside whoever wrote them. */
  chosen: z.boolean().default(false),
});

/** What a decision about a story is based on: the words and the state that the person has seen. */
const seen = {
  articleId: z.uuid(),
  /** The version of the working copy on the person's screen. */
  draftVersion: z.int().min(0),
};

export const keepDraftInput = z.object(seen);
export const submitDraftInput = z.object(seen);

export const publishDraftInput = z.object({
  ...seen,
  at: z.date().optional(),
  until: z.date().optional(),
  embargoUntil: z.date().optional(),
  substantive: z.boolean().default(true),
});

export const restoreDraftInput = z.object({
  ...seen,
  saveId: z.uuid(),
  from: z.union([z.strictObject({ revisionId: z.uuid() }), z.strictObject({ copyId: z.uuid() })]),
});

export const noteEditorInput = z.object({ articleId: z.uuid(), leaving: z.boolean().default(false) });
