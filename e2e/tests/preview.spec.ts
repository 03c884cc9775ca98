import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

/** Chromium says in the console that a page itself was answered with an error. */
test.use({ allowedConsole: [/the server responded with a status of 4(04|10)/] });

const words = (headline: string) => ({ headline, section: 'World', tags: ['Ships'], bylines: ['Ann Other'] });

test('a preview is the page that readers will get, with a bar over it, before anybody else sees it', async ({
  site,
  page,
  axe,
}) => {
  const path = '/world/seen-by-few';
  const { articleId } = await site.write({ ...words('Seen by few'), slug: 'seen-by-few' }, { publish: false });
  const { url = '' } = await site.broadsheet('article', 'preview', articleId);
  expect(new URL(url).origin).toBe(site.url);
  expect((await ask(site, path)).status).toBe(404);
  await page.goto(url);
  const bar = page.getByRole('region', { name: 'Preview' });
  await expect(bar).toContainText('This story is a draft: readers do not see it.');
  await expect(page.getByRole('heading', { level: 1, name: 'Seen by few' })).toBeVisible();
  await axe(page);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('article').first().getByRole('button')).toBeDisabled();

  const previewed = await page.getByRole('article').first().ariaSnapshot();
  await site.broadsheet('article', 'publish', articleId);
  await page.goto(path);
  const published = await page.getByRole('article').first().ariaSnapshot();
  // Only the moment of publication differs, and that a vote is counted.
  const same = (snapshot: string) => snapshot.replace(/- time: .*/, '').replace(' [disabled]', '');
  expect(same(published)).toBe(same(previewed));

  await page.goto(url);
  await expect(bar).toContainText('Readers see this story as it stands here.');
  await site.write(words('Seen by few, and better'), { publish: false, into: articleId });
  await page.reload();
  await expect(bar).toContainText('Readers see an older version of this story.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Seen by few, and better');
  expect((await ask(site, path)).text).not.toContain('and better');
});

test('a preview is kept by nobody, found by no search engine, counts nothing and runs no script of the desk', async ({
  site,
}) => {
  const { articleId } = await site.write(words('Kept by nobody'), { publish: false });
  const { url = '' } = await site.broadsheet('article', 'preview', articleId);
  for (const address of [new URL(url).pathname, new URL(url).pathname.replace('/preview', '/%70review')]) {
    const { status, headers, text } = await ask(site, address);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('surrogate-key')).toBeNull();
    expect(text).toContain('Kept by nobody');
    expect(text).not.toMatch(
      /ld\+json|rel="canonical"|property="og:|data-view|data-vote=|__next_f|_next\/static\/[^"]*[.]js/,
    );
  }
});

test('a wrong link, one that has ended and one to a killed story are whole pages that say so', async ({
  site,
  page,
  axe,
}) => {
  const { articleId } = await site.write(words('Soon killed'), { publish: false });
  const { url = '' } = await site.broadsheet('article', 'preview', articleId, '--hours', '1');
  const wrong = await page.goto(`${url}x`);
  expect(wrong?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no preview at this address');
  await axe(page);
  await site.broadsheet('article', 'kill', articleId, '--reason', 'test');
  const ended = await page.goto(url);
  expect(ended?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This preview has ended');
  await expect(page.getByText('Soon killed')).toHaveCount(0);
});

test('while the database is down a preview is not shown from memory', async ({ site }) => {
  const { articleId } = await site.write(words('Only from the database'), { publish: false });
  const { url = '' } = await site.broadsheet('article', 'preview', articleId);
  const { pathname } = new URL(url);
  expect((await ask(site, pathname)).text).toContain('Only from the database');
  await site.stopDatabase();
  const down = await ask(site, pathname);
  expect(down.status).toBe(503);
  expect(down.text).not.toContain('Only from the database');
  await site.startDatabase();
  await site.until(async () => (await ask(site, pathname)).status === 200);
});

test('an editor looks at the words under way in a tab of its own, and gives the link on', async ({
  site,
  page,
  context,
  browser,
}) => {
  await signInAs(page, site, 'editor');
  await page.goto('/desk/articles/new');
  await page.waitForURL(/[/]desk[/]articles[/][0-9a-f-]{36}/);
  await page.getByLabel('Headline').first().fill('Under way');
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: 'Preview' }).click();
  const tab = await opened;
  await tab.waitForURL(/[/]preview[/]/);
  await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Under way');
  await expect(tab.getByRole('region', { name: 'Preview' })).toContainText('to be done before it can be published');

  const stranger = await browser.newPage({ baseURL: site.url });
  expect((await stranger.goto(tab.url()))?.status()).toBe(200);
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Under way');
  await stranger.close();
});
