'use server';
import { slugify } from '#features/article/slug.ts';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { createTag } from './commands/create-tag.ts';
import { deleteTag } from './commands/delete-tag.ts';
import { editTag } from './commands/edit-tag.ts';

const list = '/desk/tags';

/** Adds a tag as its form says. */
export async function createTagAction(_: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await createTag(actor, read(form));
    return { message: say('site.created', { name: formText(form, 'name') }), to: list };
  });
}

/** Changes a tag as its form says. */
export async function editTagAction(tagId: string, _: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await editTag(actor, { tagId, ...read(form) });
    return { message: say('site.saved', { name: formText(form, 'name') }), to: list };
  });
}

/** Deletes a tag that was never used. */
export async function deleteTagAction(tagId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    const { name } = await deleteTag(actor, { tagId });
    return { message: say('site.deleted', { name }), to: list };
  });
}

function read(form: FormData) {
  const name = formText(form, 'name');
  return { name, slug: formText(form, 'slug').trim() || slugify(name) };
}
