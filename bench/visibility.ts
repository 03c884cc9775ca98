import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createArticle } from '#features/article/commands/create-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { articleHref } from '#features/article/href.ts';
import { bodyFromPlainText } from '#features/body/from-plain-text.ts';
import { systemActor } from '#features/user/actor.ts';

/**
 * By surface, the milliseconds from the publish command to the end of the first answer that shows the story; and
 * `committed`, when the command was done.
 */
export type Visibility = Record<string, number>;

const actor = systemActor('benchmark');
const patienceMilliseconds = 10_000;

interface Trial {
  readonly url: string;
  readonly section: { readonly id: string; readonly slug: string };
  /** How many stories. */
  readonly count: number;
  /** Waits until the worker has done what the story before left it to do, as it has at a desk of any pace. */
  settle(): Promise<void>;
}

/**
 * Publishes stories one after the other and looks at every surface until it shows them. The command runs in this
 * process, as the command line's does: the server hears of it from the database alone.
 */
export async function measureVisibility({ url, section, count, settle }: Trial): Promise<Visibility[]> {
  const measured: Visibility[] = [];
  const sitemap = await findSitemap(url, section);
  for (let turn = 0; turn < count; turn += 1) {
    const draft = await writeStory(section.id);
    const surfaces = { ...surfacesOf(section.slug, sitemap), article: articleHref(section.slug, draft.slug) };
    await settle();
    measured.push(await publishAndWatch(url, draft, surfaces));
    await unpublishArticle(actor, { articleId: draft.articleId });
  }
  return measured;
}

/** When the last surface showed the story. */
export const whole = (visibility: Visibility): number => Math.max(...Object.values(visibility));

interface Draft {
  readonly articleId: string;
  readonly slug: string;
}

async function writeStory(sectionId: string): Promise<Draft> {
  const slug = `benchmark-${randomBytes(8).toString('hex')}`;
  const body = bodyFromPlainText(
    Array.from({ length: 8 }, () => 'What happened is told here in some words. '.repeat(8)).join('\n\n'),
  );
  const { articleId } = await createArticle(actor, { content: { headline: slug, slug, sectionId, body } });
  return { articleId, slug };
}

const surfacesOf = (section: string, sitemap: string) => ({
  section: `/${encodeURIComponent(section)}`,
  front: '/',
  'feed.xml': '/feed.xml',
  'sitemap.xml': sitemap,
});

async function publishAndWatch(
  url: string,
  { articleId, slug }: Draft,
  surfaces: Record<string, string>,
): Promise<Visibility> {
  // All of them are in the cache as they were, the article's own address as a 404.
  for (const path of Object.values(surfaces)) await read(url + path);
  const began = performance.now();
  await publishArticle(actor, { articleId });
  // Before the commit nothing can be seen: to look would only slow the command down.
  const committed = performance.now() - began;
  const watched = Object.entries(surfaces).map(
    async ([name, path]) => [name, await watch(url + path, slug, began)] as const,
  );
  return { committed, ...Object.fromEntries(await Promise.all(watched)) };
}

/** The child of the sitemap's index in which new stories stand: found by publishing one. */
async function findSitemap(url: string, section: { id: string; slug: string }): Promise<string> {
  const { articleId, slug } = await writeStory(section.id);
  await publishArticle(actor, { articleId });
  const deadline = performance.now() + patienceMilliseconds;
  try {
    while (performance.now() < deadline) {
      const index = await read(`${url}/sitemap.xml`);
      if (index.includes(slug)) return '/sitemap.xml';
      // The newest stand in the last.
      for (const [, child = ''] of [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].reverse()) {
        const { pathname, search } = new URL(child.replaceAll('&amp;', '&'));
        if ((await read(url + pathname + search)).includes(slug)) return pathname + search;
      }
      await sleep(100);
    }
  } finally {
    await unpublishArticle(actor, { articleId });
  }
  throw new Error('No sitemap shows a story that was just published.');
}

async function watch(url: string, wanted: string, began: number): Promise<number> {
  while (performance.now() - began < patienceMilliseconds) {
    if ((await read(url)).includes(wanted)) return performance.now() - began;
    await sleep(3);
  }
  throw new Error(`${url} did not show a story within ${patienceMilliseconds / 1000} s of its publication.`);
}

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  return response.ok ? text : '';
}
