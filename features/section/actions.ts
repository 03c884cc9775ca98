'use server';
import { slugify } from '#features/article/slug.ts';
import { deskAction } from '#features/session/desk-action.ts';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import { formText } from '#lib/form-text.ts';
import { createSection } from './commands/create-section.ts';
import { deleteSection } from './commands/delete-section.ts';
import { editSection } from './commands/edit-section.ts';
import { orderSections } from './commands/order-sections.ts';

const list = '/desk/sections';

/** Adds a section as its form says. */
export async function createSectionAction(_: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await createSection(actor, read(form));
    return { message: say('site.created', { name: formText(form, 'name') }), to: list };
  });
}

/** Changes a section as its form says. */
export async function editSectionAction(sectionId: string, _: DoneResult | null, form: FormData): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await editSection(actor, { sectionId, ...read(form) });
    return { message: say('site.saved', { name: formText(form, 'name') }), to: list };
  });
}

/** Deletes a section that was never used. */
export async function deleteSectionAction(sectionId: string): Promise<DoneResult> {
  return deskAction(async (actor) => {
    const { name } = await deleteSection(actor, { sectionId });
    return { message: say('site.deleted', { name }), to: list };
  });
}

/** Puts the sections under one in order. */
export async function orderSectionsAction(parentId: string | null, sectionIds: string[]): Promise<DoneResult> {
  return deskAction(async (actor) => {
    await orderSections(actor, { parentId, sectionIds });
    return { message: say('site.ordered') };
  });
}

function read(form: FormData) {
  const name = formText(form, 'name');
  return {
    name,
    slug: formText(form, 'slug').trim() || slugify(name),
    description: formText(form, 'description'),
    parentId: formText(form, 'parentId') || null,
  };
}
