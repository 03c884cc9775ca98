import type { z } from 'zod';
import { articleContent } from '#features/article/schema.ts';
import { say } from '#lib/desk-words.ts';
import { problemSentence } from '#lib/problem-sentence.ts';
import type { DraftField } from './model.ts';
import type { DraftContent } from './schema.ts';

/** What keeps a working copy from being a finished story. */
export interface Unfinished {
  readonly field: DraftField;
  /** One sentence that names the field. */
  readonly sentence: string;
}

export type FinishedContent = z.output<typeof articleContent>;

/** A working copy as the content of a revision, or what is unfinished about it, in the order of the fields. */
export function finishDraft(
  draft: DraftContent,
): { readonly finished: FinishedContent } | { readonly unfinished: Unfinished[] } {
  const { slug, sourceUrl, ...same } = draft;
  const result = articleContent.safeParse({
    ...same,
    slug: slug.trim() || undefined,
    sourceUrl: sourceUrl.trim() || null,
  });
  if (result.success) return { finished: result.data };
  const found = new Map<DraftField, string>();
  for (const { path, message } of result.error.issues) {
    const field = path[0] as DraftField;
    if (!found.has(field)) found.set(field, sentenceOf(draft, field, message));
  }
  return { unfinished: [...found].map(([field, sentence]) => ({ field, sentence })) };
}

function sentenceOf(draft: DraftContent, field: DraftField, message: string): string {
  if (field === 'headline' && draft.headline.trim() === '') return say('editor.unfinished.headline');
  if (field === 'sectionId') return say('editor.unfinished.section');
  return problemSentence(say(`editor.field.${field}`), message);
}
