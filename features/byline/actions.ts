'use server';
import { slugify } from '#features/article/slug.ts';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { createByline } from './commands/create-byline.ts';
import { deleteByline } from './commands/delete-byline.ts';
import { editByline } from './commands/edit-byline.ts';

const list = '/desk/bylines';

/** Adds a byline as its form says. */
export async function createBylineAction(_: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await createByline(actor, read(form));
    return { message: say('site.created', { name: formText(form, 'name') }), to: list };
  });
}

/** Changes a byline as its form says. */
export async function editBylineAction(bylineId: string, _: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await editByline(actor, { bylineId, ...read(form) });
    return { message: say('site.saved', { name: formText(form, 'name') }), to: list };
  });
}

/** Deletes a byline that was never used. */
export async function deleteBylineAction(bylineId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    const { name } = await deleteByline(actor, { bylineId });
    return { message: say('site.deleted', { name }), to: list };
  });
}

function read(form: FormData) {
  const name = formText(form, 'name');
  return {
    name,
    handle: formText(form, 'handle').trim() || slugify(name),
    biography: formText(form, 'biography'),
    userId: formText(form, 'userId') || null,
  };
}
