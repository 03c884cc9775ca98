import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { amendEnvironment } from '#lib/env.ts';
import { withTrace } from '#lib/trace.ts';
import {
  respondWithActor,
  respondWithFollowers,
  respondWithOutbox,
  respondWithOutboxPage,
  respondWithStory,
  respondWithWebFinger,
} from './respond.ts';

amendEnvironment({ SITE_URL: 'https://news.example', BROADSHEET_SECRET: 'a secret of at least 32 characters' });
const { owner } = await testDatabase();

const secret = 'a secret of at least 32 characters';
let sectionId = '';
let kim = '';
let jose = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
  kim = (await createByline(tester, { handle: 'kim', name: 'Kim Min-ji', biography: 'Writes.' })).bylineId;
  jose = (await createByline(tester, { handle: 'josé', name: 'José' })).bylineId;
  await changeSettings(tester, { fediverse: 'on' });
});

async function published(content: object = {}, when: object = {}): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, ...content });
  await publishArticle(tester, { articleId, ...when });
  return articleId;
}

const request = (query = '', accept = 'application/activity+json') =>
  new Request(`https://news.example/x${query}`, { headers: { accept } });

async function read(answering: () => Promise<Response>) {
  const { value, trace } = await withTrace(answering);
  const text = await value.text();
  const type = value.headers.get('content-type');
  return { status: value.status, trace, type, text, json: /json/.test(type ?? '') ? JSON.parse(text) : null, value };
}

const finger = (resource: string) =>
  read(() => respondWithWebFinger(request(`?resource=${encodeURIComponent(resource)}`)));
const actor = (id: string, accept?: string) => read(() => respondWithActor(request('', accept), id));
const story = (id: string, round = '1', accept?: string) =>
  read(() => respondWithStory(request('', accept), id, round));

describe('WebFinger', () => {
  test.each([
    ['acct:news.example@news.example', 'site'],
    ['acct:KIM@news.example', 'kim'],
    ['https://news.example/author/kim', 'kim'],
    ['https://news.example/', 'site'],
    ['https://news.example/author/jos%C3%A9', 'josé'],
  ])('finds %s', async (resource, who) => {
    const { json, type, value } = await finger(resource);
    const id = { site: 'site', kim, josé: jose }[who];
    expect(json.links[0]).toMatchObject({ rel: 'self', href: `https://news.example/fediverse/actors/${id}` });
    expect(type).toBe('application/jrd+json; charset=utf-8');
    expect(value.headers.get('access-control-allow-origin')).toBe('*');
    // What it gives as the account leads back to the same.
    expect((await finger(json.subject)).json).toEqual(json);
  });

  test.each([
    'acct:nobody@news.example',
    'acct:kim@other.example',
    'acct:josé@news.example',
    'https://news.example/author/%FF',
    'https://news.example/world/a-story',
    `https://news.example/fediverse/actors/${'-'.repeat(36)}`,
    '',
  ])('finds nobody for %s', async (resource) => {
    const { status, trace } = await finger(resource);
    expect([status, trace.outcome]).toEqual([404, 404]);
  });
});

test('an actor has a public key, which stays, and is sealed where it is kept', async () => {
  const { json, trace, type } = await actor(kim);
  expect(type).toBe('application/activity+json; charset=utf-8');
  expect(json).toMatchObject({
    type: 'Person',
    preferredUsername: 'kim',
    name: 'Kim Min-ji',
    summary: '<p>Writes.</p>',
  });
  expect(trace.tags).toEqual(new Set([cacheTags.settings, cacheTags.person(kim)]));
  const pem = json.publicKey.publicKeyPem;
  expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  expect((await actor('site')).json).toMatchObject({ type: 'Organization', publicKey: { publicKeyPem: pem } });
  const [row] = await owner`select * from fediverse_key`;
  expect(row?.public_key).toBe(pem);
  expect(Buffer.from(row?.sealed_private_key, 'base64url').toString('latin1')).not.toContain('PRIVATE');
});

test('a site with another secret makes another key, and has the actors read anew', async () => {
  const before = (await actor('site')).json.publicKey.publicKeyPem;
  amendEnvironment({ BROADSHEET_SECRET: `${secret}, another` });
  const [one, other] = await Promise.all([actor('site'), actor(kim)]);
  expect(one.json.publicKey.publicKeyPem).not.toBe(before);
  expect(other.json.publicKey.publicKeyPem).toBe(one.json.publicKey.publicKeyPem);
  expect(
    await owner`select 1 from purges where tags @> array[${cacheTags.settings}] and created_at > now() - interval '10 s'`,
  ).not.toHaveLength(0);
});

test('a browser is sent to the page that shows the same', async () => {
  const articleId = await published({ headline: 'Paged' });
  for (const [{ value }, page] of [
    [await actor('site', 'text/html'), '/'],
    [await actor(kim, 'text/html'), '/author/kim'],
    [await story(articleId, '1', 'text/html'), '/world/paged'],
  ] as const) {
    expect([value.status, value.headers.get('location')]).toEqual([303, page]);
  }
});

test('an outbox leads from page to page through all stories, and of an author through theirs', async () => {
  for (let number = 1; number <= 21; number += 1) await published({ headline: `By Kim ${number}`, bylineIds: [kim] });
  const { json } = await read(() => respondWithOutbox(request(), kim));
  expect(json).toMatchObject({
    type: 'OrderedCollection',
    first: `https://news.example/fediverse/actors/${kim}/outbox/page`,
  });
  const first = await read(() => respondWithOutboxPage(request(), kim));
  expect(first.json.orderedItems).toHaveLength(20);
  expect(first.json.orderedItems[0]).toMatchObject({
    type: 'Announce',
    actor: `https://news.example/fediverse/actors/${kim}`,
  });
  expect(first.trace.tags).toContain(cacheTags.byline(kim));
  const second = await read(() => respondWithOutboxPage(request(new URL(first.json.next).search), kim));
  expect(second.json.orderedItems).toHaveLength(1);
  expect(second.json).not.toHaveProperty('next');
  const site = await read(() => respondWithOutboxPage(request(), 'site'));
  expect(site.json.orderedItems[0]).toMatchObject({ type: 'Create', object: { type: 'Article', name: 'By Kim 21' } });
});

test('of followers only their number is told', async () => {
  await owner`insert into fediverse_followers (byline_id, follower, inbox, follow)
    values (${kim}, 'https://a.example/u', 'https://a.example/u/inbox', 'https://a.example/1'),
      (null, 'https://a.example/u', 'https://a.example/u/inbox', 'https://a.example/2'),
      (null, 'https://b.example/u', 'https://b.example/u/inbox', 'https://b.example/1')`;
  const followers = async (id: string) => (await read(() => respondWithFollowers(request(), id))).json;
  expect((await followers(kim)).totalItems).toBe(1);
  expect((await followers('site')).totalItems).toBe(2);
  expect(JSON.stringify(await followers('site'))).not.toContain('a.example');
});

describe('a story', () => {
  test('that is public is there under its own address', async () => {
    const articleId = await published({ headline: 'Here' });
    const { json, trace } = await story(articleId);
    expect(json).toMatchObject({
      id: `https://news.example/fediverse/stories/${articleId}/1`,
      type: 'Article',
      name: 'Here',
      url: 'https://news.example/world/here',
    });
    expect(trace.tags).toContain(cacheTags.article(articleId));
    expect((await story(articleId, '2')).status).toBe(404);
  });

  test('that was killed answers 410, with a tombstone', async () => {
    const articleId = await published({ headline: 'Killed' });
    await killArticle(tester, { articleId });
    const { status, trace, json } = await story(articleId);
    expect([status, trace.outcome]).toEqual([410, 410]);
    expect(json).toMatchObject({ type: 'Tombstone', formerType: 'Article' });
    expect(JSON.stringify(json)).not.toContain('Killed');
  });

  test('that nobody saw yet is spoken of to nobody', async () => {
    const later = new Date(Date.now() + 3_600_000);
    const { articleId: draft } = await sampleArticle({ sectionId });
    const scheduled = await published({ headline: 'Later' }, { at: later });
    const embargoed = await published({ headline: 'Held' }, { embargoUntil: later });
    for (const id of [draft, scheduled, embargoed, kim, 'x']) expect((await story(id)).status).toBe(404);
    expect((await story(scheduled)).trace.validUntil).toBeLessThanOrEqual(later.getTime());
  });
});

test('where it is off, nothing of it is there', async () => {
  const articleId = await published({ headline: 'Alone' });
  await changeSettings(tester, { fediverse: 'off' });
  const answers = [
    await finger('acct:kim@news.example'),
    await actor('site'),
    await actor(kim, 'text/html'),
    await story(articleId),
    await read(() => respondWithOutbox(request(), 'site')),
    await read(() => respondWithOutboxPage(request(), 'site')),
    await read(() => respondWithFollowers(request(), 'site')),
  ];
  for (const { status, trace } of answers) {
    expect([status, trace.outcome]).toEqual([404, 404]);
    expect(trace.tags).toContain(cacheTags.settings);
  }
});
