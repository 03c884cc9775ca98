import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { signInAs } from '../fixtures/desk.ts';
import { word } from '../fixtures/newsroom.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ withWorker: false });

/** What the search engine was told, and the status with which it answers next. */
const told: { keyLocation: string; key: string; urlList: string[] }[] = [];
const answers: number[] = [];
const engine = createServer(async (request, response) => {
  told.push(JSON.parse(await text(request)));
  response.writeHead(answers.shift() ?? 202).end();
});

/** The feeds that the hub was told of. */
const feeds: string[] = [];
const hub = createServer(async (request, response) => {
  const form = new URLSearchParams(await text(request));
  if (form.get('hub.mode') === 'publish') feeds.push(form.get('hub.url') ?? '');
  response.writeHead(204).end();
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

let hubUrl = '';

test.beforeAll(async ({ site }) => {
  const [enginePort, hubPort] = [await listen(engine), await listen(hub)];
  hubUrl = `http://127.0.0.1:${hubPort}/`;
  site.startWorker({
    INDEXNOW_URL: `http://127.0.0.1:${enginePort}/indexnow`,
    TEST_LOOPBACK_PORTS: String(hubPort),
  });
});
test.afterAll(() => {
  engine.close();
  hub.close();
});

test('an admin turns IndexNow on: it hears of a publication and of a kill, finds the key, and the desk shows its answers', async ({
  site,
  page,
  axe,
}) => {
  test.setTimeout(90_000);
  await signInAs(page, site, 'admin');
  await page.getByRole('link', { name: 'Pings', exact: true }).click();
  await expect(page.getByText('Nobody was told yet')).toBeVisible();
  await axe(page);
  await page.getByRole('link', { name: 'For machines' }).click();
  await page.getByLabel('IndexNow').selectOption('On');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();

  const slug = word();
  const { articleId, path } = await site.write({ headline: `Told ${slug}`, section: 'World', slug });
  await expect.poll(() => told.length, { timeout: 30_000 }).toBe(1);
  expect(told[0]?.urlList).toEqual([site.url + path]);
  expect(told[0]?.keyLocation).toBe(`${site.url}/${told[0]?.key}.txt`);
  const file = await fetch(told[0]?.keyLocation ?? '');
  expect([file.status, await file.text()]).toEqual([200, told[0]?.key]);

  answers.push(503);
  await site.broadsheet('article', 'kill', articleId, '--reason', 'test');
  // It is told again, later: the queue waits some seconds after the first attempt.
  await expect.poll(() => told.length, { timeout: 45_000 }).toBe(3);
  expect(told.slice(1).map(({ urlList }) => urlList)).toEqual([[site.url + path], [site.url + path]]);

  const rows = page.getByRole('table', { name: 'Pings' }).getByRole('row');
  await expect(async () => {
    await page.goto('/desk/pings');
    await expect(rows.nth(1)).toContainText(/Taken 202, attempt 2/);
  }).toPass();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2)).toContainText('Taken 202');
  await axe(page);
});

test('a hub that an admin names stands in every feed, and hears of each that a publication changes', async ({
  site,
  page,
}) => {
  test.setTimeout(60_000);
  await signInAs(page, site, 'admin');
  await page.goto('/desk/settings/machines');
  await page.getByLabel('WebSub hub').fill(hubUrl);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();
  const answer = await fetch(`${site.url}/atom.xml`);
  expect(answer.headers.get('link')).toBe(`<${hubUrl}>; rel="hub", <${site.url}/atom.xml>; rel="self"`);
  expect(await answer.text()).toContain(`<link rel="hub" href="${hubUrl}"/>`);

  await site.write({ headline: `Handed on ${word()}`, section: 'Harbour', tags: ['Ships'], bylines: ['Ann Other'] });
  const changed = ['', '/harbour', '/tag/ships', '/author/ann-other'].flatMap((place) =>
    ['feed.xml', 'atom.xml', 'feed.json'].map((file) => `${site.url}${place}/${file}`),
  );
  await expect.poll(() => feeds.toSorted(), { timeout: 30_000 }).toEqual(changed.toSorted());
  await expect(async () => {
    await page.goto('/desk/pings');
    await expect(page.getByRole('row').filter({ hasText: 'WebSub' })).toContainText(/12\s*Taken 204/);
  }).toPass();
});
