import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test('while the database is down, pages served before are served, others say so; then all recovers', async ({
  site,
}) => {
  test.setTimeout(120_000);
  const unknown = await site.write({ headline: 'Not read before', section: 'World' });
  // A new story's page is rendered before anybody asks for it; a server that starts anew has none.
  await site.stopServer();
  await site.startServer();
  const known = await site.write({ headline: 'Read before', section: 'World' });
  const killed = await site.write({ headline: 'Killed before', section: 'World' });
  for (const address of [known.path, '/', killed.path]) expect((await ask(site, address)).status).toBe(200);
  await site.broadsheet('article', 'kill', killed.articleId, '--reason', 'test');

  // The kill has destroyed every page that showed its story; these are served once more without it.
  for (const address of [known.path, '/']) expect((await ask(site, address)).text).toContain('Read before');
  await site.stopDatabase();

  for (const address of [known.path, '/']) {
    const answer = await ask(site, address);
    expect(answer.status, address).toBe(200);
    expect(answer.text, address).toContain('Read before');
  }
  const answer = await ask(site, unknown.path);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(answer.text).toMatch(/<!doctype html>[\s\S]*<h1>[\s\S]*<\/html>/i);
  // That it is gone may have been rendered ahead, or may not be known.
  const gone = await ask(site, killed.path);
  expect([410, 503]).toContain(gone.status);
  expect(gone.text).not.toContain('Killed before');
  expect((await ask(site, '/healthz')).status).toBe(200);
  expect((await ask(site, '/readyz')).status).toBe(503);

  await site.startDatabase();
  await site.until(async () => (await ask(site, '/readyz')).status === 200);
  await site.until(async () => (await ask(site, unknown.path)).status === 200);
  await site.until(async () => (await ask(site, killed.path)).status === 410);
  const after = await site.write({ headline: 'Written after', section: 'World' });
  await site.until(async () => (await ask(site, '/')).text.includes('Written after'), 5);
  expect((await ask(site, after.path)).status).toBe(200);
});
