import { describe, expect, test } from 'vitest';
import { FakeSite, fakePage, said } from './testing/fake-site.ts';

const refresh = (...tags: string[]) => ({ tags, kind: 'refresh' as const });
const destroy = (...tags: string[]) => ({ tags, kind: 'destroy' as const });

describe('a page is rendered once', () => {
  test('and from then on answered from the store', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('front'));
    expect(site.cache.lookup('/')?.identity.body.toString()).toBe('front');
    expect(await said(await site.ask('/'))).toBe('front');
    expect(site.renders).toHaveLength(1);
  });

  test('for all who ask while it is being rendered', async () => {
    const site = new FakeSite();
    const asked = await Promise.all([site.ask('/'), site.ask('/'), site.ask('/?utm_source=x')]);
    expect(site.renders).toHaveLength(1);
    await site.end(0, fakePage('front'));
    expect(await Promise.all(asked.map(said))).toEqual(['front', 'front', 'front']);
    expect(site.cache.statistics).toMatchObject({ misses: 1, joined: 2, stores: 1 });
  });

  test('each, where it is made for one reader, and it is not kept', async () => {
    const site = new FakeSite();
    const [one, other] = [await site.ask('/'), await site.ask('/')];
    await site.end(0, fakePage('for one', { storable: false }));
    await site.end(1, fakePage('for the other', { storable: false }));
    expect([await said(one), await said(other)]).toEqual(['for one', 'for the other']);
    expect(site.cache.statistics.entries).toBe(0);
  });
});

describe('a purge', () => {
  test('evicts the pages that bear the tag, and no others', async () => {
    const site = new FakeSite();
    await site.store('/a', fakePage('a', { tags: ['article:1', 'section:1'] }));
    await site.store('/b', fakePage('b', { tags: ['section:1'] }));
    site.cache.purge(refresh('article:1'));
    expect(site.cache.lookup('/a')).toBeUndefined();
    expect(site.cache.lookup('/b')).toBeDefined();
  });

  test('of a missing page makes it appear', async () => {
    const site = new FakeSite();
    await site.store('/a', fakePage('nothing here', { status: 404, tags: ['address:/a'] }));
    site.cache.purge(refresh('address:/a'));
    const asked = await site.ask('/a');
    await site.end(1, fakePage('a story'));
    expect(await said(asked)).toBe('a story');
    expect(site.cache.statistics.entries).toBe(1);
  });

  test('while a page is rendered keeps that render from being stored', async () => {
    const site = new FakeSite();
    const before = await site.ask('/');
    site.cache.purge(refresh('front:home'));
    await site.end(0, fakePage('old', { tags: ['front:home'] }));
    expect(await said(before)).toBe('old');
    expect(site.cache.lookup('/')).toBeUndefined();
  });

  test('of other tags while a page is rendered does not matter', async () => {
    const site = new FakeSite();
    const before = await site.ask('/');
    site.cache.purge(refresh('article:9'));
    const after = await site.ask('/');
    await site.end(0, fakePage('front', { tags: ['front:home'] }));
    expect([await said(before), await said(after)]).toEqual(['front', 'front']);
    expect(site.renders).toHaveLength(1);
    expect(site.cache.lookup('/')).toBeDefined();
  });

  test('has those who ask after it wait for a render that began after it', async () => {
    const site = new FakeSite();
    const before = await site.ask('/');
    site.cache.purge(refresh('front:home'));
    const after = [await site.ask('/'), await site.ask('/')];
    await site.end(0, fakePage('old', { tags: ['front:home'] }));
    expect(await said(before)).toBe('old');
    expect(site.renders).toHaveLength(2);
    await site.end(1, fakePage('new', { tags: ['front:home'] }));
    expect(await Promise.all(after.map(said))).toEqual(['new', 'new']);
    expect(site.cache.lookup('/')).toBeDefined();
  });

  test('counts for a render from its beginning, not from when it was put in the queue', async () => {
    const site = new FakeSite({ concurrentRenders: 1 });
    await site.ask('/slow');
    const waiting = await site.ask('/');
    site.cache.purge(refresh('front:home'));
    await site.end(0, fakePage('slow'));
    await site.end(1, fakePage('new', { tags: ['front:home'] }));
    expect(await said(waiting)).toBe('new');
    expect(site.cache.lookup('/')).toBeDefined();
  });
});

describe('what is out of date', () => {
  test('is shown while rendering fails, and only then', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('old', { tags: ['front:home'] }));
    site.cache.purge(refresh('front:home'));
    const failing = await site.ask('/');
    await site.end(1, 503);
    expect(await said(failing)).toBe('stale old');
    site.time += 1000;
    const working = await site.ask('/');
    await site.end(2, fakePage('new'));
    expect(await said(working)).toBe('new');
  });

  test('is rendered anew from the moment until which it was valid', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('before', { validUntil: site.time + 10 }));
    site.time += 9;
    expect(site.cache.lookup('/')).toBeDefined();
    site.time += 1;
    expect(site.cache.lookup('/')).toBeUndefined();
    const failing = await site.ask('/');
    await site.end(1, 503);
    expect(await said(failing)).toBe('stale before');
  });

  test('is not given to who asked after that moment for a render that began before it', async () => {
    const site = new FakeSite();
    const before = await site.ask('/');
    const validUntil = site.time + 10;
    site.time += 10;
    const after = await site.ask('/');
    await site.end(0, fakePage('before', { validUntil }));
    await site.end(1, fakePage('after'));
    expect([await said(before), await said(after)]).toEqual(['before', 'after']);
    expect(site.cache.lookup('/')?.identity.body.toString()).toBe('after');
  });

  test('by the clock of the database is shown but not kept where our clock runs ahead', async () => {
    const site = new FakeSite();
    const asked = await site.ask('/');
    await site.end(0, fakePage('just before', { validUntil: site.time - 5 }));
    expect(await said(asked)).toBe('just before');
    expect(site.cache.statistics.entries).toBe(0);
  });

  test('is never shown again from the moment until which it may be served', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('withdrawn at ten', { servableUntil: site.time + 10 }));
    site.time += 10;
    const failing = await site.ask('/');
    await site.end(1, 503);
    expect(await said(failing)).toBe(503);
  });

  test('before it was even rendered is answered to nobody', async () => {
    const site = new FakeSite();
    const asked = await site.ask('/');
    const servableUntil = site.time + 10;
    site.time += 10;
    await site.end(0, fakePage('withdrawn at ten', { servableUntil }));
    await site.end(1, fakePage('gone', { status: 410 }));
    expect(await said(asked)).toBe('gone');
  });

  test('and said that something was missing is not worth repeating', async () => {
    const site = new FakeSite();
    await site.store('/a', fakePage('nothing', { status: 404, tags: ['address:/a'] }));
    site.cache.purge(refresh('address:/a'));
    const asked = await site.ask('/a');
    await site.end(1, 503);
    expect(await said(asked)).toBe(503);
  });
});

describe('what is destroyed', () => {
  test('leaves every page that bears the tag, and no copy for when rendering fails', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('front', { tags: ['front:home', 'article:1'] }));
    await site.store('/news/a', fakePage('story', { tags: ['article:1'] }));
    site.cache.purge(destroy('article:1'));
    const asked = [await site.ask('/'), await site.ask('/news/a')];
    await site.end(2, 503);
    await site.end(3, 503);
    expect(await Promise.all(asked.map(said))).toEqual([503, 503]);
    expect(site.cache.statistics).toMatchObject({ entries: 0, bytes: 0 });
  });

  test('leaves the copies that an earlier purge had kept aside', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('front', { tags: ['front:home', 'article:1'] }));
    site.cache.purge(refresh('front:home'));
    site.cache.purge(destroy('article:1'));
    expect(site.cache.statistics.entries).toBe(0);
  });

  test('while it is being rendered is answered to nobody, not even to who asked before', async () => {
    const site = new FakeSite();
    const before = await site.ask('/news/a');
    site.cache.purge(destroy('article:1'));
    site.cache.purge(refresh('article:1'));
    await site.end(0, fakePage('story', { tags: ['article:1'] }));
    await site.end(1, fakePage('gone', { status: 410, tags: ['article:1'] }));
    expect(await said(before)).toBe('gone');
  });

  test('makes later pages count as modified from then on', async () => {
    const site = new FakeSite();
    site.cache.purge(destroy('article:1'));
    const destroyedAt = site.time;
    site.time += 5000;
    await site.ask('/');
    expect(site.renders[0]?.history.modifiedFloor).toBe(destroyedAt);
  });
});

describe('junk', () => {
  test('never evicts a real page: missing pages, redirects and queries share a small store of their own', async () => {
    const site = new FakeSite({ maxBytes: 100_000 });
    await site.store('/', fakePage('front'));
    for (let number = 0; number < 200; number += 1) {
      await site.store(`/junk-${number}`, fakePage('nothing', { status: 404 }));
      await site.store(`/search?q=${number}`, fakePage('found nothing'));
      await site.store(`/old-${number}`, fakePage('moved', { status: 308 }));
    }
    expect(site.cache.lookup('/')).toBeDefined();
    expect(site.cache.statistics.bytes).toBeLessThan(100_000 / 8 + 2000);
  });

  test('does not stay in the small store when the page becomes real, nor the other way round', async () => {
    const site = new FakeSite();
    await site.store('/a', fakePage('nothing', { status: 404, tags: ['t'] }));
    site.cache.purge(refresh('t'));
    await site.store('/a', fakePage('story', { tags: ['t'] }));
    expect(site.cache.statistics.entries).toBe(1);
    site.cache.purge(refresh('t'));
    await site.store('/a', fakePage('gone', { status: 410, tags: ['t'] }));
    expect(site.cache.statistics.entries).toBe(1);
    expect(site.cache.lookup('/a')?.status).toBe(410);
  });
});

describe('everything', () => {
  test('is gone after purgeAll, renders under way included', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('front'));
    const before = await site.ask('/a');
    site.cache.purgeAll();
    await site.end(1, fakePage('old'));
    expect(site.cache.statistics).toMatchObject({ entries: 0, bytes: 0 });
    await site.end(2, fakePage('new'));
    expect(await said(before)).toBe('new');
  });

  test('is kept aside where it is only refreshed', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('front'));
    site.cache.purgeAll('refresh');
    const asked = await site.ask('/');
    await site.end(1, 503);
    expect(await said(asked)).toBe('stale front');
  });
});

test('a flood of made-up addresses pushes out no real page, and each is rendered once while it is kept', async () => {
  const site = new FakeSite({ maxBytes: 100_000 });
  await site.store('/world/story', fakePage('a story'));
  for (let round = 0; round < 2; round += 1) {
    for (let index = 0; index < 3; index += 1) {
      const asked = await site.ask(`/nothing/${index}`);
      if (round === 0) await site.end(site.renders.length - 1, fakePage('nothing here', { status: 404 }));
      expect(await said(asked)).toBe('nothing here');
    }
  }
  expect(site.renders).toHaveLength(4);
  for (let index = 0; index < 2000; index += 1) {
    await site.store(`/nothing/at-all-${index}`, fakePage('nothing here', { status: 404 }));
    await site.store(`/world?before=${index}`, fakePage('a list'));
  }
  expect(site.cache.lookup('/world/story')?.identity.body.toString()).toBe('a story');
  expect(site.cache.statistics.bytes).toBeLessThanOrEqual(100_000);
});
