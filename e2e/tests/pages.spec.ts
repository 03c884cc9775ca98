import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

/** Chromium says in the console that a page itself was answered with an error. */
test.use({ allowedConsole: [/the server responded with a status of 4(04|10)/] });

test('addresses that lead nowhere answer with their true status and a whole page of help', async ({ site, page }) => {
  await site.write({ headline: 'Help is near', section: 'World' });
  for (const address of [
    '/nothing',
    '/world/nothing',
    '/tag/nothing',
    '/author/nobody',
    '/a/b/c/d',
    '/world/archive/2026/13',
    '/world/archive/1999',
    '/world/archive/9999',
  ]) {
    const answer = await ask(site, address);
    expect(answer.status, address).toBe(404);
    expect(answer.text, address).toMatch(/<form[^>]*action="\/search"/);
    expect(answer.text, address).toContain('Help is near');
  }
  await page.goto('/nothing');
  await page.getByRole('searchbox').first().fill('near');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('link', { name: 'Help is near' }).first()).toBeVisible();
});

test('no link is made from a forged host, and no page runs a script of another or inline', async ({ site }) => {
  const { path } = await site.write({ headline: 'Unforgeable', section: 'World' });
  const { markup, headers } = await ask(site, path, { headers: { 'x-forwarded-host': 'evil.example' } });
  expect(markup).not.toContain('evil.example');
  expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  const inline = [...markup.matchAll(/<script\b([^>]*)>/g)].filter((match) => !/src=|ld\+json/.test(match[1] ?? ''));
  expect(inline).toEqual([]);
});

test('a page that has not changed is answered with 304', async ({ site }) => {
  const { path } = await site.write({ headline: 'Unchanged', section: 'World' });
  for (const address of [path, '/', '/feed.xml', '/sitemap.xml']) {
    const etag = (await ask(site, address)).headers.get('etag') ?? '';
    const again = await ask(site, address, { headers: { 'if-none-match': etag } });
    expect(again.status, address).toBe(304);
  }
});
