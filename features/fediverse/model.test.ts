import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleSite } from '#features/site/testing/sample-site.ts';
import {
  accountOf,
  actorOfAddress,
  actorOfSegment,
  bylineOfUsername,
  fediverseHref,
  inboxOfPath,
  parseResource,
  siteUsername,
  storyOfSegments,
  usernameOf,
} from './model.ts';

const id = '0199aaaa-0000-7000-8000-000000000001';

describe('an account', () => {
  test.each(['kim-min-ji', 'kim', 'a_b', '7'])('goes by the handle where other servers take it: %s', (handle) => {
    expect(usernameOf({ id, handle })).toBe(handle);
    expect(bylineOfUsername(handle)).toEqual({ handle });
  });

  test.each(['josé-núñez', '김민지', 'kim--lee', '-kim'])('goes by the id where they do not: %s', (handle) => {
    expect(usernameOf({ id, handle })).toBe('author-0199aaaa000070008000000000000001');
    expect(bylineOfUsername(usernameOf({ id, handle }))).toEqual({ id });
  });

  test('always has a name that Mastodon takes, by which its byline is found again', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme', minLength: 1 }), (uuid, handle) => {
        const username = usernameOf({ id: uuid, handle });
        expect(username).toMatch(/^[a-z0-9_]+([a-z0-9_.-]+[a-z0-9_]+)?$/i);
        expect([uuid, handle]).toContain(Object.values(bylineOfUsername(username))[0]);
      }),
    );
  });

  test('of the site is its host, with the port where it has one of its own', () => {
    expect(siteUsername(sampleSite)).toBe('news.example');
    expect(accountOf({ username: 'kim' }, { ...sampleSite, url: 'http://localhost:3000' })).toBe('@kim@localhost:3000');
  });
});

describe('WebFinger is asked for', () => {
  test.each([
    ['acct:kim@news.example', { username: 'kim' }],
    ['acct:@Kim@NEWS.example', { username: 'kim' }],
    ['https://news.example', { path: '/' }],
    ['https://news.example/author/kim', { path: '/author/kim' }],
  ])('%s', (resource, asked) => {
    expect(parseResource(resource, sampleSite)).toEqual(asked);
  });

  test.each(['', 'kim', 'acct:kim', 'acct:kim@other.example', 'acct:a@b@news.example', 'https://news.example.evil/'])(
    'what is not of this site: %s',
    (resource) => {
      expect(parseResource(resource, sampleSite)).toBeNull();
    },
  );
});

describe('addresses', () => {
  test('are read as they are written', () => {
    for (const bylineId of [null, id]) {
      expect(inboxOfPath(fediverseHref.inbox(bylineId))).toBe(bylineId);
      expect(actorOfAddress(sampleSite.url + fediverseHref.actor(bylineId), sampleSite)).toBe(bylineId);
    }
    expect(inboxOfPath(fediverseHref.sharedInbox)).toBe('shared');
    const [, , , articleId = '', round = ''] = fediverseHref.story(id, 3).split('/');
    expect(storyOfSegments(articleId, round)).toEqual({ articleId: id, round: 3 });
  });

  test.each(['', 'SITE', 'kim', id.toUpperCase(), `${id}x`, `${id}/inbox`])('of nobody are nobody: %s', (segment) => {
    expect(actorOfSegment(segment)).toBeUndefined();
    expect(actorOfAddress(`${sampleSite.url}/fediverse/actors/${segment}`, sampleSite)).toBeUndefined();
    expect(inboxOfPath(`/fediverse/actors/${segment}/inbox`)).toBeUndefined();
  });

  test('on another host are not of this site', () => {
    expect(actorOfAddress(`https://other.example${fediverseHref.actor(null)}`, sampleSite)).toBeUndefined();
  });

  test.each([
    [id, '0'],
    [id, '01'],
    [id, '1.5'],
    [id, '9999999'],
    ['x', '1'],
  ])('name no story: %s/%s', (articleId, round) => {
    expect(storyOfSegments(articleId, round)).toBeNull();
  });
});
