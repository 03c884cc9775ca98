import type { Announce, Article, Create, Update } from '@fedify/fedify/vocab';
import { OtherServer } from '#features/fediverse/testing/other-server.ts';
import { signInAs } from '../fixtures/desk.ts';
import { FedifyServer } from '../fixtures/fedify-server.ts';
import { expect, test } from '../fixtures/test.ts';

test.use({ withWorker: false });

let fedify: FedifyServer;
let other: OtherServer;

test.beforeAll(async ({ site }) => {
  fedify = await FedifyServer.start();
  other = await OtherServer.start();
  const environment = { TEST_LOOPBACK_PORTS: `${fedify.port},${new URL(other.url).port}` };
  await site.stopServer();
  await site.startServer(environment);
  site.startWorker(environment);
});
test.afterAll(() => {
  fedify.stop();
  other.stop();
});
test.beforeEach(async ({ site }) => {
  await site.broadsheet('settings', 'set', 'fediverse', 'on');
});

const activity = 'application/activity+json';

test('what can be followed is there for servers, and a page for browsers, under one address each', async ({ site }) => {
  const { path } = await site.write({ headline: 'Found', section: 'World', bylines: ['Min Seo'] });
  const host = new URL(site.url).host;
  const finger = await fetch(`${site.url}/.well-known/webfinger?resource=acct:min-seo@${host}`);
  expect(finger.headers.get('content-type')).toBe('application/jrd+json; charset=utf-8');
  expect(finger.headers.get('access-control-allow-origin')).toBe('*');
  const { links } = await finger.json();
  const [{ href: actor }] = links;

  for (const [accept, status, type] of [
    [activity, 200, activity],
    ['application/ld+json; profile="https://www.w3.org/ns/activitystreams"', 200, activity],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 303, 'text/html'],
  ] as const) {
    // Twice: the second is answered from the page cache.
    for (let time = 1; time <= 2; time += 1) {
      const answer = await fetch(actor, { headers: { accept }, redirect: 'manual' });
      expect([answer.status, answer.headers.get('vary')]).toEqual([status, 'Accept, Accept-Encoding']);
      expect(answer.headers.get('content-type')).toContain(type);
      if (status === 303) expect(answer.headers.get('location')).toBe('/author/min-seo');
    }
  }
  const known = await fetch(actor, { headers: { accept: activity } });
  const again = await fetch(actor, { headers: { accept: activity, 'if-none-match': known.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  // The pages themselves are kept for all alike.
  const page = await fetch(`${site.url}${path}`, { headers: { accept: activity } });
  expect(page.headers.get('vary')).toBe('Accept-Encoding');
  expect(await page.text()).toContain(`<link rel="alternate" type="${activity}"`);

  expect((await fedify.look(`${site.url}${path}`))?.name).toBe('Found');
  expect((await fedify.look(`${site.url}/author/min-seo`))?.id?.href).toBe(actor);
  expect((await fedify.look(`${site.url}/`))?.id?.href).toBe(`${site.url}/fediverse/actors/site`);
});

test('who follows the site and an author hears of a story, its change and its end, each signed', async ({ site }) => {
  await site.write({ headline: 'Before', section: 'World', bylines: ['Kim'] });
  const actorOf = async (resource: string) => {
    const finger = await fetch(`${site.url}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`);
    return (await finger.json()).links[0].href as string;
  };
  const [ofSite, ofKim] = [await actorOf(`${site.url}/`), await actorOf(`${site.url}/author/kim`)];
  await fedify.follow(ofSite);
  await fedify.follow(ofKim);
  await site.until(async () => fedify.taken.filter(({ type }) => type === 'Accept').length === 2);
  expect(fedify.taken.map(({ actor }) => actor).sort()).toEqual([ofSite, ofKim].sort());
  const followers = await fetch(`${ofKim}/followers`, { headers: { accept: activity } });
  expect((await followers.json()).totalItems).toBe(1);

  fedify.taken.length = 0;
  const { articleId, path } = await site.write({ headline: 'Breaking', section: 'World', bylines: ['Kim'] });
  await site.until(async () => fedify.taken.length === 2);
  const [create, announce] = [fedify.one('Create'), fedify.one('Announce')];
  expect([create.actor, announce.actor]).toEqual([ofSite, ofKim]);
  const story = (await (create.activity as Create).getObject()) as Article;
  expect([String(story.name), String(story.url)]).toEqual(['Breaking', `${site.url}${path}`]);
  expect((announce.activity as Announce).objectId?.href).toBe(story.id?.href);
  expect((await fetch(String(story.id), { headers: { accept: activity } })).status).toBe(200);

  fedify.taken.length = 0;
  await site.write({ headline: 'Breaking, again', section: 'World', bylines: ['Kim'] }, { into: articleId });
  await site.until(async () => fedify.taken.length === 1);
  const changed = (await (fedify.one('Update').activity as Update).getObject()) as Article;
  expect([changed.id?.href, String(changed.name)]).toEqual([story.id?.href, 'Breaking, again']);

  fedify.taken.length = 0;
  await site.broadsheet('article', 'kill', articleId, '--reason', 'Wrong');
  await site.until(async () => fedify.taken.length === 1);
  expect(fedify.one('Delete').activity.objectId?.href).toBe(story.id?.href);
  const signers = fedify.posts.map(({ signature = '' }) => /keyId="([^"#]+)#main-key"/.exec(signature)?.[1]);
  expect(signers.toSorted()).toEqual([ofSite, ofSite, ofSite, ofSite, ofKim, ofKim].toSorted());
  const gone = await fetch(String(story.id), { headers: { accept: activity } });
  expect([gone.status, (await gone.json()).type]).toEqual([410, 'Tombstone']);

  await fedify.follow(ofSite, { undo: true });
  await fedify.follow(ofKim, { undo: true });
  fedify.taken.length = 0;
  await site.write({ headline: 'Unheard', section: 'World', bylines: ['Kim'] });
  await expect
    .poll(
      async () =>
        (await (await fetch(`${site.url}/fediverse/actors/site/outbox/page`)).json()).orderedItems[0].object.name,
    )
    .toBe('Unheard');
  expect(fedify.taken).toEqual([]);
});

test('who follows hears of a scheduled story at its time, and of its planned end', async ({ site }) => {
  await fedify.follow(`${site.url}/`);
  await site.until(async () => fedify.taken.some(({ type }) => type === 'Accept'));
  fedify.taken.length = 0;
  const { articleId } = await site.write({ headline: 'Later', section: 'World' }, { publish: false });
  const { effectiveFrom = '' } = await site.broadsheet('article', 'schedule', articleId, '--at', '+6');
  await site.broadsheet(
    'article',
    'unpublish',
    articleId,
    '--at',
    new Date(Date.parse(effectiveFrom) + 3000).toISOString(),
  );
  expect(fedify.taken).toEqual([]);
  await site.until(async () => fedify.taken.length === 1);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(effectiveFrom));
  await site.until(async () => fedify.taken.length === 2);
  const id = `${site.url}/fediverse/stories/${articleId}/1`;
  expect(fedify.taken.map(({ type, activity }) => [type, activity.objectId?.href])).toEqual([
    ['Create', id],
    ['Delete', id],
  ]);
  await fedify.follow(`${site.url}/`, { undo: true });
});

test('a Follow that is forged, or comes again, is refused', async ({ site }) => {
  const inbox = `${site.url}/fediverse/inbox`;
  const ann = await other.person('ann');
  const eve = await other.person('eve');
  const object = `${site.url}/fediverse/actors/site`;
  const follow = (actor: string, id: string) => ({ id: `${other.url}/${id}`, type: 'Follow', actor, object });
  const send = async (request: Request) => (await fetch(request.clone())).status;
  const forged = await other.post(inbox, follow(ann, '1'), { keyId: `${eve}#main-key` });
  expect(await send(forged)).toBe(401);
  const spoilt = await other.post(inbox, follow(ann, '2'));
  spoilt.headers.set('signature', spoilt.headers.get('signature')?.replace(/signature="..../, 'signature="AAAA') ?? '');
  expect(await send(spoilt)).toBe(401);
  const good = await other.post(inbox, follow(ann, '3'));
  expect(await send(good)).toBe(202);
  expect(await send(good)).toBe(409);
  await site.until(async () => other.arrived.length === 1);
  expect(JSON.parse(other.arrived[0]?.body ?? '').type).toBe('Accept');
});

test('where it is off, nothing of it is there, at once', async ({ site }) => {
  const { articleId, path } = await site.write({ headline: 'Alone', section: 'World' });
  const addresses = [
    `/.well-known/webfinger?resource=${encodeURIComponent(`${site.url}/`)}`,
    '/fediverse/actors/site',
    '/fediverse/actors/site/outbox',
    '/fediverse/actors/site/followers',
    `/fediverse/stories/${articleId}/1`,
  ];
  const read = () =>
    Promise.all(
      addresses.map(async (at) => (await fetch(`${site.url}${at}`, { headers: { accept: activity } })).status),
    );
  expect(await read()).toEqual(addresses.map(() => 200));
  await site.broadsheet('settings', 'set', 'fediverse', 'off');
  await expect.poll(read).toEqual(addresses.map(() => 404));
  const post = { method: 'POST', headers: { 'content-type': activity }, body: '{}' };
  expect((await fetch(`${site.url}/fediverse/inbox`, post)).status).toBe(404);
  expect(await (await fetch(`${site.url}${path}`)).text()).not.toContain(activity);
});

test('an admin lets the site be followed, and sees who is, what was sent, and what was answered', async ({
  site,
  page,
  axe,
}) => {
  await site.broadsheet('settings', 'set', 'fediverse', 'off');
  await signInAs(page, site, 'admin');
  await page.getByRole('link', { name: 'Followers', exact: true }).click();
  await expect(page.getByText('Nobody can follow the site')).toBeVisible();
  await page.getByLabel('Followers on other sites').selectOption('The site and its authors can be followed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The settings are saved.')).toBeVisible();

  const actor = await other.person('reader', { endpoints: undefined });
  const object = `${site.url}/fediverse/actors/site`;
  const follow = { id: `${actor}#follow`, type: 'Follow', actor, object };
  expect((await fetch(await other.post(`${object}/inbox`, follow))).status).toBe(202);
  other.answers['/users/reader/inbox'] = 403;
  const { articleId } = await site.write({ headline: 'For the desk', section: 'World' });
  const host = new URL(other.url).host;
  await expect(async () => {
    await page.goto('/desk/followers');
    const sent = page.getByRole('table', { name: 'What was sent' });
    const row = sent.getByRole('row', { name: /For the desk/ }).filter({ hasText: 'Refused' });
    await expect(row).toContainText(host, { timeout: 1000 });
    await expect(row).toContainText('Refused 403 answer of /users/reader/inbox');
    await expect(row.getByRole('link')).toHaveAttribute('href', `/desk/articles/${articleId}`);
  }).toPass();
  const accounts = page.getByRole('table', { name: 'Who is followed' });
  const count = await accounts.getByRole('row').nth(1).getByRole('cell').nth(2).textContent();
  const followers = await fetch(`${object}/followers`, { headers: { accept: activity } });
  expect(Number(count)).toBe((await followers.json()).totalItems);
  await expect(accounts.getByRole('row').nth(1)).toContainText(`@localhost@${new URL(site.url).host}`);
  await axe(page);
});
