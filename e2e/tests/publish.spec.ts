import { expect, test } from '../fixtures/test.ts';
import { ask, everywhere, isInSitemap, surfaces, whereListed } from '../pages/surfaces.ts';

const headline = `Travis Hunter, the 2-way star: "I'm 'ready'" - part 1`;

test('a published story is at once on every surface, its headline whole', async ({ site, page }) => {
  // Everything has been asked for before, so that the old pages are in the cache.
  await site.write({ headline: 'The story before', section: 'Sport' });
  for (const address of Object.values(surfaces)) await ask(site, address('/sport/any'));
  const { path } = await site.write({ headline, section: 'Sport', standfirst: 'He plays both ways.' });
  expect(path).toBe('/sport/travis-hunter-the-2-way-star-im-ready-part-1');

  for (const address of ['/', '/sport', '/feed.xml', '/sport/feed.xml', '/news-sitemap.xml']) {
    expect((await ask(site, address)).text, address).toContain(headline);
  }
  expect(await isInSitemap(site, path)).toBe(true);

  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(page).toHaveTitle(new RegExp(`^${headline.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')} [-–] `));
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', headline);
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(data.map((text) => JSON.parse(text)).some((item) => item.headline === headline)).toBe(true);
  expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(`${site.url}${path}`);
});

test('a new version stays unseen until it is published, and then is everywhere', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'Bridge to close', section: 'Town', slug: 'bridge' });
  await ask(site, path);
  await site.write(
    { headline: 'Bridge stays open', section: 'Town', slug: 'bridge' },
    { publish: false, into: articleId },
  );
  expect((await ask(site, path)).text).toContain('Bridge to close');
  await site.broadsheet('article', 'publish', articleId);
  for (const address of [path, '/', '/town', '/feed.xml']) {
    const { text } = await ask(site, address);
    expect(text, address).toContain('Bridge stays open');
    expect(text, address).not.toContain('Bridge to close');
  }
});

test('an updated wire story says where it comes from and when it was published and updated', async ({ site, page }) => {
  const wire = { section: 'World', slug: 'wire', datelinePlace: 'SEOUL, South Korea', sourceAgency: 'AP' };
  const source = { sourceUrl: 'https://wire.example/story', licence: 'CC BY 4.0' };
  const { path, articleId } = await site.write({ headline: 'Shells shipped', ...wire, ...source });
  await page.goto(path);
  const story = page.getByRole('main');
  const shown = (word: string) => story.getByRole('listitem').filter({ hasText: new RegExp(`^${word} .* UTC$`) });
  await expect(shown('Published')).toBeVisible();
  await expect(shown('Updated')).toHaveCount(0);

  await site.write({ headline: 'More shells shipped', ...wire, ...source }, { into: articleId });
  await page.goto(path);
  await expect(story.getByText('SEOUL, South Korea (AP)')).toBeVisible();
  await expect(story.getByRole('link', { name: 'Original story' })).toHaveAttribute('href', source.sourceUrl);
  await expect(story.getByText('Licence: CC BY 4.0')).toBeVisible();
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  const data = texts.map((text) => JSON.parse(text)).find((item) => item['@type'] === 'NewsArticle');
  expect(data).toMatchObject({ dateline: 'SEOUL, South Korea', sourceOrganization: { name: 'AP' } });
  for (const [word, date] of [
    ['Published', data.datePublished],
    ['Updated', data.dateModified],
  ]) {
    await expect(shown(word).locator('time')).toHaveAttribute('datetime', `${date.slice(0, 19)}Z`);
  }
  expect(Date.parse(data.dateModified)).toBeGreaterThan(Date.parse(data.datePublished));
});

test('a story that moves leaves a permanent redirect behind', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'On the move', section: 'Town', slug: 'here' });
  await ask(site, path);
  await site.write({ headline: 'On the move', section: 'Town', slug: 'there' }, { into: articleId });
  const former = await ask(site, path);
  expect(former.status).toBe(308);
  expect(former.headers.get('location')).toMatch(/\/town\/there$/);
  expect((await ask(site, '/town/there')).status).toBe(200);
});

test('a killed story answers 410 and has left every list, and no copy of it remains', async ({ site, page }) => {
  const { path, articleId } = await site.write({ headline: 'Unsafe verdict', section: 'Courts', tags: ['Verdicts'] });
  const neighbour = await site.write({ headline: 'Another verdict', section: 'Courts', tags: ['Verdicts'] });
  await site.until(async () => (await ask(site, neighbour.path)).text.includes(path));
  expect(await whereListed(site, path)).toEqual(everywhere);

  await site.broadsheet('article', 'kill', articleId, '--reason', 'a court said so');

  const gone = await ask(site, path);
  expect(gone.status).toBe(410);
  expect(gone.text).not.toContain('Unsafe verdict');
  expect(await whereListed(site, path)).toEqual([]);
  for (const address of ['/tag/verdicts', neighbour.path, '/search?q=unsafe+verdict']) {
    expect((await ask(site, address)).text, address).not.toContain(path);
  }
  await page.goto('/');
  await expect(page.getByText('Unsafe verdict')).toHaveCount(0);
});

test('an unpublished story answers 410 until it is published anew', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'Hasty words', section: 'Town' });
  expect((await ask(site, path)).status).toBe(200);
  await site.broadsheet('article', 'unpublish', articleId);
  expect((await ask(site, path)).status).toBe(410);
  expect(await whereListed(site, path)).toEqual([]);
  await site.broadsheet('article', 'publish', articleId);
  expect((await ask(site, path)).status).toBe(200);
  expect(await whereListed(site, path)).toEqual(everywhere);
});

test('an embargo hides a story everywhere at once, and shows it again when it is lifted', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'Not before noon', section: 'Town' });
  expect(await whereListed(site, path)).toEqual(everywhere);
  await site.broadsheet('article', 'embargo', articleId, '--until', '+3600');
  expect((await ask(site, path)).status).toBe(404);
  expect(await whereListed(site, path)).toEqual([]);
  await site.broadsheet('article', 'embargo', articleId, '--lift');
  expect((await ask(site, path)).status).toBe(200);
  expect(await whereListed(site, path)).toEqual(everywhere);
});
