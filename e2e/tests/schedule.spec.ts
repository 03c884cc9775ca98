import type { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask, everywhere, whereListed } from '../pages/surfaces.ts';

test.use({ withWorker: false });

test('a scheduled story appears everywhere at its time, though no worker runs', async ({ site }) => {
  await site.write({ headline: 'Today', section: 'World' });
  const { path, articleId } = await writeDraft(site, 'Tomorrow');
  const { effectiveFrom = '' } = await site.broadsheet('article', 'schedule', articleId, '--at', '+8');
  // Asking now puts pages without the story into the cache.
  expect((await ask(site, path)).status).toBe(404);
  expect(await whereListed(site, path)).toEqual([]);
  expect(Date.now(), 'the story was looked for before its time').toBeLessThan(Date.parse(effectiveFrom));

  await site.until(() => Promise.resolve(Date.now() >= Date.parse(effectiveFrom)));
  expect((await ask(site, path)).status).toBe(200);
  expect(await whereListed(site, path)).toEqual(everywhere);
});

test('a story that is scheduled to leave is gone from everywhere at its time', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'For a short time only', section: 'World' });
  const leaves = new Date(Date.now() + 8000);
  await site.broadsheet('article', 'unpublish', articleId, '--at', leaves.toISOString());
  expect((await ask(site, path)).status).toBe(200);
  expect(await whereListed(site, path)).toEqual(everywhere);
  await site.until(() => Promise.resolve(Date.now() >= leaves.getTime()));
  expect((await ask(site, path)).status).toBe(410);
  expect(await whereListed(site, path)).toEqual([]);
});

async function writeDraft(site: Site, headline: string) {
  const { articleId } = await site.write({ headline, section: 'World' }, { publish: false });
  return { articleId, path: `/world/${headline.toLowerCase()}` };
}
