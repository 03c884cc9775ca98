'use server';
import type { z } from 'zod';
import { deskAction } from '#features/session/desk-action.ts';
import { archiveArticle } from './commands/archive-article.ts';
import { deleteArticle } from './commands/delete-article.ts';
import { embargoArticle } from './commands/embargo-article.ts';
import { killArticle } from './commands/kill-article.ts';
import { restoreArticle } from './commands/restore-article.ts';
import { returnArticle } from './commands/return-article.ts';
import { unpublishArticle } from './commands/unpublish-article.ts';
import type { articleInput, articleReasonInput, embargoArticleInput, unpublishArticleInput } from './schema.ts';

/** Takes a story out of the public, at once or at a time. */
export async function unpublishStory(input: z.input<typeof unpublishArticleInput>) {
  return deskAction((actor) => unpublishArticle(actor, input));
}

/** Takes a public story off fronts and rankings. */
export async function archiveStory(input: z.input<typeof articleInput>) {
  return deskAction((actor) => archiveArticle(actor, input));
}

/** Takes a story out of the archive. */
export async function restoreStory(input: z.input<typeof articleInput>) {
  return deskAction((actor) => restoreArticle(actor, input));
}

/** Hides a story until a time, or lifts that. */
export async function embargoStory(input: z.input<typeof embargoArticleInput>) {
  return deskAction((actor) => embargoArticle(actor, input));
}

/** Takes a story down for cause and for good. */
export async function killStory(input: z.input<typeof articleReasonInput>) {
  return deskAction((actor) => killArticle(actor, input));
}

/** Makes a submitted story a draft again. */
export async function returnStory(input: z.input<typeof articleInput>) {
  return deskAction((actor) => returnArticle(actor, input));
}

/** Deletes a story that was never public. */
export async function deleteStory(input: z.input<typeof articleInput>) {
  return deskAction((actor) => deleteArticle(actor, input));
}
