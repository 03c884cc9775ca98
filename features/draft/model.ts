import { mergeBodies } from './model-merge.ts';
import type { DraftContent } from './schema.ts';

/** A working copy as it is stored. `version` is 0 and `savedAt` null where nothing has been saved yet. */
export interface StoredDraft {
  readonly version: number;
  readonly content: DraftContent;
  /** The name of who saved it last; null for the machine and for nobody. */
  readonly savedBy: string | null;
  /** ISO 8601, since it travels as JSON. */
  readonly savedAt: string | null;
}

/** What a save is answered with. Nothing was written where it is 'conflict'. */
export type SaveAnswer =
  | { readonly outcome: 'saved'; readonly version: number; readonly savedAt: string }
  | { readonly outcome: 'conflict'; readonly stored: StoredDraft };

/** What is to be done with a save: 'repeat' is one that is known already, 'stale' was written on older words. */
export type SaveVerdict = 'first' | 'next' | 'repeat' | 'stale';

/** Judges a save by the version that it was written on, so that late and repeated ones change nothing. */
export function judgeSave(
  stored: { readonly version: number; readonly saveId: string } | null,
  save: { readonly baseVersion: number; readonly saveId: string },
): SaveVerdict {
  if (!stored) return save.baseVersion === 0 ? 'first' : 'stale';
  if (stored.saveId === save.saveId) return 'repeat';
  return stored.version === save.baseVersion ? 'next' : 'stale';
}

export type DraftField = keyof DraftContent;

/** In the order in which an editor reads a story. */
export const draftFields = [
  'headline',
  'kicker',
  'standfirst',
  'body',
  'sectionId',
  'kind',
  'tagIds',
  'bylineIds',
  'heroAssetId',
  'datelinePlace',
  'sourceAgency',
  'sourceUrl',
  'licence',
  'canonical',
  'language',
  'slug',
] as const satisfies readonly DraftField[];

/** The fields in which two versions differ. */
export function differingFields(one: DraftContent, other: DraftContent): DraftField[] {
  return draftFields.filter((field) => canonical(one[field]) !== canonical(other[field]));
}

export const isSameContent = (one: DraftContent, other: DraftContent): boolean =>
  differingFields(one, other).length === 0;

/** Whose words a field takes; 'both' puts the one body below the other, 'merged' takes what each changed in it. */
export type Choice = 'mine' | 'theirs' | 'both' | 'merged';

export interface Difference {
  readonly field: DraftField;
  /** What nobody need think about: the side that changed it, or both where they changed other paragraphs. */
  readonly suggestion: 'mine' | 'theirs' | 'merged';
  /** Whether both have changed the same. */
  readonly contested: boolean;
}

/** Two versions of a story, and the words that both began with. */
export interface Versions {
  readonly base: DraftContent;
  readonly mine: DraftContent;
  readonly theirs: DraftContent;
}

/** Where two versions differ, judged by the words that both began with. */
export function compareVersions({ base, mine, theirs }: Versions): Difference[] {
  const byMe = new Set(differingFields(base, mine));
  const byThem = new Set(differingFields(base, theirs));
  return differingFields(mine, theirs).map((field) => {
    if (!byMe.has(field) || !byThem.has(field)) {
      return { field, suggestion: byMe.has(field) ? 'mine' : 'theirs', contested: false };
    }
    const isMergeable = field === 'body' && mergeBodies(base.body, mine.body, theirs.body) !== null;
    return { field, suggestion: isMergeable ? 'merged' : 'mine', contested: !isMergeable };
  });
}

/** One version out of two, field by field; what is not chosen is mine. */
export function mergeVersions(
  { base, mine, theirs }: Versions,
  choices: Partial<Record<DraftField, Choice>>,
): DraftContent {
  const taken = draftFields.filter((field) => choices[field] === 'theirs').map((field) => [field, theirs[field]]);
  const merged: DraftContent = { ...mine, ...Object.fromEntries(taken) };
  if (choices.body === 'merged') {
    return { ...merged, body: mergeBodies(base.body, mine.body, theirs.body) ?? mine.body };
  }
  if (choices.body !== 'both') return merged;
  return { ...merged, body: { type: 'doc', content: [...mine.body.content, ...theirs.body.content] } };
}

/** JSON with its keys in order and without what is undefined, so that equal things are written alike. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
