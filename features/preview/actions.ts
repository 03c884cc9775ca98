'use server';
import { refresh } from 'next/cache';
import type { z } from 'zod';
import { deskAction } from '#features/session/desk-action.ts';
import { createPreviewLink } from './commands/create-preview-link.ts';
import { endPreviewLinks } from './commands/end-preview-links.ts';
import type { createPreviewLinkInput, endPreviewLinksInput } from './schema.ts';

/** Makes a link to a story's newest words as readers would see them. */
export async function previewStory(input: z.input<typeof createPreviewLinkInput>) {
  return deskAction((actor) => createPreviewLink(actor, input));
}

/** Ends one of a story's links, or all; the page shows those that are left. */
export async function endPreviews(input: z.input<typeof endPreviewLinksInput>) {
  const result = await deskAction((actor) => endPreviewLinks(actor, input));
  if (result.ok) refresh();
  return result;
}
