'use server';
import type { z } from 'zod';
import { deskAction } from '#features/session/desk-action.ts';
import { createPreviewLink } from './commands/create-preview-link.ts';
import type { createPreviewLinkInput } from './schema.ts';

/** Makes a link to a story's newest words as readers would see them. */
export async function previewStory(input: z.input<typeof createPreviewLinkInput>) {
  return deskAction((actor) => createPreviewLink(actor, input));
}
