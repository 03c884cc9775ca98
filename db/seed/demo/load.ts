import 'server-only';
import { database } from '#db/client.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { systemActor } from '#features/user/actor.ts';
import { type Purge, purgeLocally } from '#lib/purge.ts';
import { loadPictures } from './load-pictures.ts';
import { correctStory, knownStories, publishStory, updateStory, type WrittenStory } from './load-story.ts';
import { loadTerms } from './load-terms.ts';
import { idOf, type Loading } from './loading.ts';
import { readDemoContent } from './read.ts';
import type { DemoContent } from './schema.ts';

export interface LoadOptions {
  log(line: string): void;
  progress(done: number, total: number): void;
}

const actor = systemActor('demo');

/**
 * Puts the demonstration into the site by the same commands as the desk: pictures first, then everything that was
 * first published in one transaction, so that readers never see half a newspaper, then what was updated and
 * corrected since.
 * Loading again adds only what is missing.
 */
export async function loadDemoContent({ log, progress }: LoadOptions): Promise<void> {
  const content = await readDemoContent();
  const known = await knownStories(database(), content.stories);
  const missing = content.stories.filter((story) => !known.has(story.key));
  if (missing.length === 0) {
    log('The demonstration is there already.');
    return;
  }
  const loadedAt = Date.now();
  log('Drawing the pictures');
  const pictures = await loadPictures(actor, missing, progress);

  log(`Publishing ${missing.length} stories`);
  const published = await committed(async (loading) => {
    const surroundings = { terms: await loadTerms(loading, content), pictures, loadedAt };
    const written: WrittenStory[] = [];
    for (const story of missing) written.push(await publishStory(loading, story, surroundings));
    if (known.size === 0) await settle(loading, content, written);
    return written;
  });
  await committed(async (loading) => {
    for (const written of published) {
      await updateStory(loading, written);
      await correctStory(loading, written);
    }
  });
  log('The demonstration is loaded.');
}

/** The newspaper's name and the stories in fixed places; only when all is new, since editors may have changed them. */
async function settle({ tx, purges }: Loading, { site, pins }: DemoContent, written: readonly WrittenStory[]) {
  const articles = new Map(written.map(({ story, articleId }) => [story.key, articleId]));
  purges.push(...(await changeSettings.within(tx, actor, site)).purges);
  for (const place of ['front', 'recommendation'] as const) {
    for (const [position, key] of pins[place].entries()) {
      const articleId = idOf(articles, key);
      purges.push(...(await pinArticle.within(tx, actor, { place, articleId, position })).purges);
    }
  }
}

async function committed<Result>(work: (loading: Loading) => Promise<Result>): Promise<Result> {
  const purges: Purge[] = [];
  const result = await database().transaction((tx) => work({ tx, actor, purges }));
  for (const purge of purges) purgeLocally(purge);
  return result;
}
