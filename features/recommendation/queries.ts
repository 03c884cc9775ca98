import 'server-only';
import type { ArticleCard } from '#features/article/dto.ts';
import { readNewest } from '#features/article/lists.ts';
import { readPinned } from '#features/pin/queries.ts';
import { readMostReadOfSections, readMostViewed } from '#features/ranking/queries.ts';
import { readRelated } from '#features/related/queries.ts';
import { arrangeLists, type StoryLists } from './model.ts';
import { readCoRead } from './queries-co-reads.ts';

/** The lists around a story: related to it, read most, and what to read next. */
export async function readStoryLists(story: ArticleCard): Promise<StoryLists> {
  const [related, ranking, pinned, keptOut, coRead, mostRead, newest] = await Promise.all([
    readRelated(story),
    readMostViewed(),
    readPinned('recommendation'),
    readPinned('unrecommended'),
    readCoRead(story.id),
    readMostReadOfSections(),
    readNewest(),
  ]);
  return arrangeLists({ story, related, ranking, pinned, keptOut, coRead, mostRead, newest });
}
