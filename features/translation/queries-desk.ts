import 'server-only';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { canArticle } from '#features/article/policy.ts';
import { deskListRows } from '#features/article/queries-desk-rows.ts';
import type { UserActor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import type { DeskTranslations } from './dto.ts';
import { idsOfSet, wordsOfSet } from './queries-set.ts';

/** For whoever may write in the story. Throws 'forbidden', and 'not_found' for a story that there is not. */
export async function readDeskTranslations(actor: UserActor, articleId: string): Promise<DeskTranslations> {
  const ids = z.uuid().safeParse(articleId).success ? await idsOfSet(database(), articleId) : [];
  const [stories, rows] = await Promise.all([wordsOfSet(database(), ids), deskListRows(actor, ids)]);
  const story = stories.find(({ id }) => id === articleId);
  if (!story) throw new Refusal('not_found', 'There is no such article.');
  if (!canArticle(actor, 'edit', story)) {
    throw new Refusal('forbidden', 'Only those who may write in a story see its translations here.');
  }
  const languages = new Map(stories.map(({ id, language }) => [id, language]));
  const others = rows
    .filter(({ id }) => id !== articleId)
    .map(({ id, headline, standing, editable }) => ({
      ...{ id, headline, standing, editable },
      language: languages.get(id) ?? '',
    }));
  return { headline: story.headline, language: story.language, others };
}
