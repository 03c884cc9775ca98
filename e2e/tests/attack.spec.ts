import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { XMLValidator } from 'fast-xml-parser';
import { makeUser, signIn, signInAs } from '../fixtures/desk.ts';
import { smallPicture } from '../fixtures/newsroom.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask } from '../pages/surfaces.ts';

/** Words that would run a script wherever they are not written as words. */
const harm = (where: string) =>
  `${where} "'><img src=x onerror="window.harmed='${where}'"></script><script>window.harmed='${where}'</script>`;

/** Whether any script of ours has run. */
const harmed = (page: Page) => page.evaluate(() => (window as { harmed?: string }).harmed ?? null);

test('words of a picture, a story, a tag, a name and the site are words on every page of reader and desk', async ({
  site,
  page,
}) => {
  test.setTimeout(180_000);
  const section = `s${randomBytes(3).toString('hex')}`;
  const admin = await makeUser(page, site, 'admin');
  await signIn(page, admin);
  await page.goto('/desk/account');
  await page.getByLabel('Name', { exact: true }).fill(harm('account').slice(0, 100));
  await page.getByRole('button', { name: 'Save' }).first().click();
  const sent = {
    data: await smallPicture(),
    headers: { origin: site.url, 'x-file-name': encodeURIComponent(harm('file')) },
  };
  const { data } = await (await page.request.post('/api/media', sent)).json();
  const id: string = data.picture.id;
  await page.goto(`/desk/media/${id}`);
  await expect(page.getByRole('button', { name: /^Focal point/ })).toBeVisible({ timeout: 30_000 });
  await page.getByLabel('Alternative text').fill(harm('alt'));
  await page.getByLabel('Caption').fill(harm('caption'));
  await page.getByLabel('Credit').fill(harm('credit'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The picture is saved.')).toBeVisible();
  const short = (where: string) => harm(where).slice(0, 78);
  const { path, articleId } = await site.write({
    headline: harm('headline'),
    kicker: short('kicker').slice(0, 58),
    standfirst: harm('standfirst'),
    body: `Words.\n\n${harm('body')}\n\n- ${harm('item')}`,
    section,
    slug: 'harmful',
    tags: [short('tag')],
    bylines: [harm('byline').slice(0, 115)],
    datelinePlace: short('dateline'),
    sourceAgency: short('agency'),
    licence: short('licence'),
    heroAssetId: id,
  });
  const tag = await firstLink(page, path, '/tag/');
  const author = await firstLink(page, path, '/author/');
  const preview = await site.broadsheet('article', 'preview', articleId);
  const pages = [
    ...[path, '/', `/${section}`, tag, author, '/search?q=headline', `/vote/${articleId}`, preview.url ?? ''],
    ...['/desk/articles', `/desk/articles/${articleId}`, `/desk/articles/${articleId}/revisions`, '/desk/media'],
    ...[`/desk/media/${id}`, '/desk/tags', '/desk/bylines', '/desk/people', '/desk/audit', '/desk/pins'],
    `/search?q=${encodeURIComponent(harm('query'))}`,
  ];
  for (const address of pages) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
    expect(await harmed(page), address).toBeNull();
    expect(await page.locator('img[onerror], a[href^="javascript:"]').count(), address).toBe(0);
  }
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(harm('headline'));
  await expect(page.getByRole('main')).toContainText(harm('caption'));
  const facts = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(facts.map((text) => JSON.parse(text)).some((item) => item.headline === harm('headline'))).toBe(true);
  for (const feed of ['/feed.xml', '/atom.xml', '/news-sitemap.xml', `/${section}/feed.xml`]) {
    const raw = await (await fetch(`${site.url}${feed}`)).text();
    expect(XMLValidator.validate(raw), feed).toBe(true);
    expect(raw, feed).toContain('harmful');
    expect(raw, feed).not.toMatch(/<script>window|<img src=x/);
  }
});

for (const [where, open] of [
  ['reader', async (page: Page) => page.goto('/')],
  [
    'desk',
    async (page: Page) => {
      await page.goto('/desk/sign-in');
    },
  ],
] as const) {
  test(`a script that got into a page of the ${where} is not run by the browser`, async ({
    site,
    page,
    allowedConsole,
  }) => {
    // The picture that is not there; and React finds what its server did not write.
    allowedConsole.push(/violates the following Content Security Policy/, /status of 404/, /React error #418/);
    await site.write({ headline: 'Well guarded', section: 'World' });
    // Into the bytes of the answer, as a fault of ours would write it.
    await page.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const injected = `<script>window.harmed='inline'</script><script src="https://evil.example/x.js"></script>
        <img src="/nothing.png" onerror="window.harmed='handler'"><base href="https://evil.example/">`;
      await route.fulfill({ response, body: (await response.text()).replace('<main', `${injected}<main`) });
    });
    const blocked: string[] = [];
    page.on(
      'console',
      (message) => void (/Content Security Policy/.test(message.text()) && blocked.push(message.text())),
    );
    await open(page);
    await expect(page.getByRole('main')).toBeVisible();
    await expect.poll(() => blocked.length).toBeGreaterThanOrEqual(3);
    expect(await harmed(page)).toBeNull();
    expect(await page.evaluate(() => document.baseURI)).toContain(site.url);
  });
}

test('a link that sets a password works once, even for two who use it in the same moment', async ({
  site,
  page,
  browser,
  allowedConsole,
}) => {
  allowedConsole.push(/status of 404/);
  const user = await makeUser(page, site, 'author');
  const { link = '' } = await site.broadsheet('user', 'reset-link', user.email);
  const contexts = await Promise.all([0, 1].map(() => browser.newContext()));
  const tabs = await Promise.all(contexts.map((context) => context.newPage()));
  const passwords = ['four honest umbrellas', 'five honest umbrellas'];
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(link);
    await tab.getByLabel('New password').fill(passwords[index] ?? '');
  }
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Set the password' }).click()));
  const entered = () => tabs.filter((tab) => /\/desk\/articles$/.test(tab.url())).length;
  const refused = async () => {
    const said = await Promise.all(tabs.map((tab) => tab.getByRole('main').textContent()));
    return said.filter((text) => /opens nothing|no such link|used/.test(text ?? '')).length;
  };
  await expect.poll(entered).toBe(1);
  await expect.poll(refused).toBe(1);
  expect((await page.goto(link))?.status()).toBe(404);
  const winner = tabs.findIndex((tab) => /\/desk\/articles$/.test(tab.url()));
  await Promise.all(contexts.map((context) => context.close()));
  await signIn(page, { email: user.email, password: passwords[winner] ?? '' });
});

test('nothing that an address says sends anybody to another site', async ({ site, page }) => {
  const evil = ['//evil.example', '/\\evil.example', '/%5Cevil.example', '///evil.example/%2f..', '/.//evil.example'];
  await site.write({ headline: 'The story before', section: 'World' });
  await signInAs(page, site, 'contributor');
  const [cookie] = await page.context().cookies();
  for (const path of evil) {
    for (const address of [path, `${path}/`, `/world/..${path}`, `/desk${path}`, `/desk/sign-in?to=${path}`]) {
      const answer = await ask(site, `${site.url}${address}`, {
        headers: { cookie: `${cookie?.name}=${cookie?.value}` },
      });
      const location = answer.headers.get('location');
      if (location) expect(new URL(location, site.url).host, address).toBe(new URL(site.url).host);
      else expect(answer.status, address).toBeGreaterThanOrEqual(400);
    }
  }
});

test('a link in a story that would run a script is no link', async ({ site, page }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.headline.fill('Bare');
  await desk.saved();
  for (const href of ['javascript:alert(1)', 'data:text/html,x', 'java\tscript:alert(1)', 'vbscript:x']) {
    const marks = [{ type: 'link', attrs: { href } }];
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'go', marks }] }];
    const saved = await page.request.post(`/desk/articles/${articleId}/draft`, {
      headers: { origin: site.url },
      data: {
        baseVersion: 2,
        saveId: crypto.randomUUID(),
        content: { headline: 'Bare', body: { type: 'doc', content } },
      },
    });
    expect(await saved.json(), href).toMatchObject({ ok: false, error: { code: 'invalid' } });
  }
});

/** Where the first link of this kind in the story leads. */
async function firstLink(page: Page, path: string, prefix: string): Promise<string> {
  await page.goto(path);
  const href = await page.getByRole('main').locator(`a[href^="${prefix}"]`).first().getAttribute('href');
  expect(href).toMatch(new RegExp(`^${prefix}.+`));
  return href as string;
}
