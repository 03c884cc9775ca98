'use server';
import { z } from 'zod';
import { slugify } from '#features/article/slug.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { parseInput } from '#features/command/parse-input.ts';
import { deskAction } from '#features/session/desk-action.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { createDraft } from './commands/create-draft.ts';
import { keepDraft } from './commands/keep-draft.ts';
import { publishDraft } from './commands/publish-draft.ts';
import { restoreDraft } from './commands/restore-draft.ts';
import { submitDraft } from './commands/submit-draft.ts';
import { isAddressTaken, searchBylines, searchTags } from './queries-terms.ts';
import type { keepDraftInput, publishDraftInput, restoreDraftInput, submitDraftInput } from './schema.ts';

const words = z.string().max(200);
const address = z.object({ sectionId: z.uuid(), slug: words, articleId: z.uuid() });

/** Begins an empty story. */
export async function beginStory() {
  return deskAction((actor) => createDraft(actor, {}));
}

/** Keeps the working copy as a revision. */
export async function keepVersion(input: z.input<typeof keepDraftInput>) {
  return deskAction((actor) => keepDraft(actor, input));
}

/** Hands the working copy to the editors. */
export async function submitStory(input: z.input<typeof submitDraftInput>) {
  return deskAction((actor) => submitDraft(actor, input));
}

/** Publishes the working copy, at once or at a time. */
export async function publishStory(input: z.input<typeof publishDraftInput>) {
  return deskAction((actor) => publishDraft(actor, input));
}

/** Puts an older version's words into the working copy. */
export async function restoreVersion(input: z.input<typeof restoreDraftInput>) {
  return deskAction((actor) => restoreDraft(actor, input));
}

/** Tags by a part of their name. */
export async function findTags(text: string) {
  return deskAction(async () => searchTags(parseInput(words, text)));
}

/** People who can be credited, by a part of their name. */
export async function findBylines(text: string) {
  return deskAction(async () => searchBylines(parseInput(words, text)));
}

/** A new tag, by its name. */
export async function addTag(name: string) {
  return deskAction(async (actor) => {
    const { tagId } = await createTag(actor, { name, slug: slugify(parseInput(words, name)) });
    return { id: tagId, name };
  });
}

/** Somebody new who can be credited, by name. */
export async function addByline(name: string) {
  return deskAction(async (actor) => {
    const { bylineId } = await createByline(actor, { name, handle: slugify(parseInput(words, name)) });
    return { id: bylineId, name };
  });
}

/** Whether another story has this address, or had it once. */
export async function askAddress(wanted: z.input<typeof address>) {
  return deskAction(async () => ({ taken: await isAddressTaken(parseInput(address, wanted)) }));
}
