import { verifyRequest } from '@fedify/fedify/sig';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { amendEnvironment } from '#lib/env.ts';
import { readSigningKey } from './key.ts';
import { followedSite } from './testing/followed-site.ts';

const url = 'https://news.example';
amendEnvironment({ SITE_URL: url, BROADSHEET_SECRET: 'a secret of at least 32 characters' });
const { owner } = await testDatabase();
const site = await followedSite(owner);
const { other, follow, work, hurry, published, revise, republish, said, states } = site;
let kim = '';
let lee = '';

beforeAll(async () => {
  kim = (await createByline(tester, { handle: 'kim', name: 'Kim' })).bylineId;
  lee = (await createByline(tester, { handle: 'lee', name: 'Lee' })).bylineId;
});
beforeEach(site.reset);
afterAll(() => other.stop());

test('a story is made known to each server once, and passed on by its authors; its changes and its end follow', async () => {
  await follow(null);
  await follow(null, `${other.url}/users/bob/inbox`);
  await follow(null, `${other.url}/users/solo/inbox`, null);
  await follow(kim);
  await follow(lee);
  const articleId = await published({ headline: 'First', bylineIds: [kim] });
  await work();
  const id = `${url}/fediverse/stories/${articleId}/1`;
  const known = expect.objectContaining({ id, name: 'First', attributedTo: `${url}/fediverse/actors/site` });
  expect(said()).toHaveLength(3);
  expect(said()).toEqual(
    expect.arrayContaining([
      { to: '/inbox', type: 'Create', actor: 'site', object: known },
      { to: '/users/solo/inbox', type: 'Create', actor: 'site', object: known },
      { to: '/inbox', type: 'Announce', actor: kim, object: id },
    ]),
  );
  expect((await states()).map(({ state, status, answer }) => [state, status, answer])).toEqual(
    ['/inbox', '/users/solo/inbox', '/inbox'].map((path) => ['taken', 202, `answer of ${path}`]),
  );

  other.arrived.length = 0;
  await republish(articleId, { headline: 'Second', bylineIds: [lee] });
  await work();
  expect(said()).toHaveLength(4);
  const changed = expect.objectContaining({ id, name: 'Second', updated: expect.stringMatching(/^20.*Z$/) });
  expect(said()).toEqual(
    expect.arrayContaining([
      { to: '/inbox', type: 'Update', actor: 'site', object: changed },
      { to: '/users/solo/inbox', type: 'Update', actor: 'site', object: changed },
      { to: '/inbox', type: 'Announce', actor: lee, object: id },
      { to: '/inbox', type: 'Undo', actor: kim, object: expect.objectContaining({ type: 'Announce', object: id }) },
    ]),
  );

  other.arrived.length = 0;
  await owner`delete from fediverse_followers`;
  await killArticle(tester, { articleId });
  await work();
  const gone = { id, type: 'Tombstone', formerType: 'Article' };
  expect(said()).toEqual(
    expect.arrayContaining([
      { to: '/inbox', type: 'Delete', actor: 'site', object: gone },
      { to: '/users/solo/inbox', type: 'Delete', actor: 'site', object: gone },
    ]),
  );
  expect(said()).toHaveLength(2);
});

test('what is sent bears a signature that fits the key of who says it', async () => {
  await follow(kim);
  await published({ bylineIds: [kim] });
  await work();
  const [{ path, headers, body } = { path: '', headers: {}, body: '' }] = other.arrived;
  expect(headers.signature).toContain(`keyId="${url}/fediverse/actors/${kim}#main-key"`);
  const { publicKey } = await readSigningKey();
  const owned = `${url}/fediverse/actors/${kim}`;
  const document = {
    '@context': ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1'],
    id: `${owned}#main-key`,
    type: 'CryptographicKey',
    owner: owned,
    publicKeyPem: publicKey,
  };
  const documentLoader = async () => ({ contextUrl: null, document, documentUrl: owned });
  const request = (text: string) => new Request(`${other.url}${path}`, { method: 'POST', headers, body: text });
  expect(await verifyRequest(request(body), { documentLoader })).not.toBeNull();
  expect(await verifyRequest(request(`${body} `), { documentLoader })).toBeNull();
});

test('a story that is back after it was taken back has another address, which no server knows to be gone', async () => {
  await follow(null);
  const articleId = await published();
  await work();
  await unpublishArticle(tester, { articleId });
  await work();
  await publishArticle(tester, { articleId });
  await work();
  expect(said().map(({ type, object }) => [type, object.id.at(-1)])).toEqual([
    ['Create', '1'],
    ['Delete', '1'],
    ['Create', '2'],
  ]);
});

test('what is planned is told when it comes', async () => {
  await follow(null);
  const soon = new Date(Date.now() + 700);
  const articleId = await published({}, { at: soon, until: new Date(Date.now() + 1500) });
  await work();
  expect(said()).toEqual([]);
  await expect
    .poll(
      async () => {
        await work();
        return said().map(({ type }) => type);
      },
      { timeout: 20_000 },
    )
    .toEqual(['Create', 'Delete']);
  const later = new Date(Date.now() + 3_600_000);
  const embargoed = await published();
  await work();
  await embargoArticle(tester, { articleId: embargoed, until: later });
  await work();
  expect(said().map(({ type }) => type)).toEqual(['Create', 'Delete', 'Create', 'Delete']);
  const [job] = await owner`select run_at from graphile_worker._private_jobs where key = ${`tell:${embargoed}`}`;
  expect(job?.run_at.getTime()).toBe(later.getTime());
  expect(await owner`select 1 from graphile_worker._private_jobs where key = ${`tell:${articleId}`}`).toEqual([]);
});

test('nothing is told of what is old, archived, or no change to readers', async () => {
  await follow(null);
  await published({}, { firstPublishedAt: new Date('2020-01-01') });
  const articleId = await published();
  await work();
  await revise(articleId, { headline: 'Not yet' });
  await archiveArticle(tester, { articleId });
  await work();
  expect(said().map(({ type }) => type)).toEqual(['Create']);
});

test('where it is turned off nothing is said any more, but what was said is taken back; turned on, what was missed is told', async () => {
  await follow(null);
  const [killed, changed] = [await published({ headline: 'Killed' }), await published({ headline: 'Changed' })];
  await work();
  await changeSettings(tester, { fediverse: 'off' });
  other.arrived.length = 0;
  await published({ headline: 'Unheard' });
  await republish(changed, { headline: 'Changed twice' });
  await killArticle(tester, { articleId: killed });
  await work();
  expect(said().map(({ type }) => type)).toEqual(['Delete']);
  const planned = await published({ headline: 'Planned' }, { at: new Date(Date.now() + 3_600_000) });
  expect(await owner`select 1 from graphile_worker._private_jobs where key = ${`tell:${planned}`}`).toEqual([]);
  other.arrived.length = 0;
  await changeSettings(tester, { fediverse: 'on' });
  await work();
  expect(said().map(({ type, object }) => [type, object.name])).toEqual([['Update', 'Changed twice']]);
  expect(await owner`select 1 from graphile_worker._private_jobs where key = ${`tell:${planned}`}`).toHaveLength(1);
});

test('what waits when it is turned off is dropped', async () => {
  await follow(null);
  other.answers['/inbox'] = 500;
  await published();
  await work();
  await changeSettings(tester, { fediverse: 'off' });
  await hurry();
  await work();
  expect((await states()).map(({ state }) => state)).toEqual(['dropped']);
  expect(other.arrived).toHaveLength(1);
});

test('a site that nobody can follow queues nothing', async () => {
  await changeSettings(tester, { fediverse: 'off' });
  await owner`delete from graphile_worker._private_jobs`;
  const articleId = await published();
  await killArticle(tester, { articleId });
  const jobs = await owner`select t.identifier from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id`;
  expect(jobs.map(({ identifier }) => identifier)).not.toEqual(expect.arrayContaining(['tell-followers']));
});
