import { describe, expect, test } from 'vitest';
import { FakeSite, fakePage, said } from './testing/fake-site.ts';

const refresh = (...tags: string[]) => ({ tags, kind: 'refresh' as const });

describe('a failure', () => {
  test('is repeated for a second instead of rendering again', async () => {
    const site = new FakeSite();
    await site.ask('/');
    await site.end(0, 500);
    site.time += 999;
    expect(await said(await site.ask('/'))).toBe(500);
    expect(site.renders).toHaveLength(1);
    site.time += 1;
    await site.ask('/');
    expect(site.renders).toHaveLength(2);
  });

  test('is forgotten as soon as something is purged, since the database answers again', async () => {
    const site = new FakeSite();
    await site.ask('/');
    await site.end(0, 503);
    site.cache.purge(refresh('anything'));
    await site.ask('/');
    expect(site.renders).toHaveLength(2);
  });

  test('that is tried again does not keep those waiting who can have the stale copy', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('old', { tags: ['front:home'] }));
    site.cache.purge(refresh('front:home'));
    await site.ask('/');
    await site.end(1, 503);
    site.time += 1000;
    const trying = await site.ask('/');
    expect(await said(await site.ask('/'))).toBe('stale old');
    await site.end(2, fakePage('new'));
    expect(await said(trying)).toBe('new');
  });

  test('of long ago does not excuse a stale copy while the page is rendered', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('old', { tags: ['front:home'] }));
    site.cache.purge(refresh('front:home'));
    await site.ask('/');
    await site.end(1, 503);
    site.time += 60_000;
    await site.ask('/');
    const joining = await site.ask('/');
    await site.end(2, fakePage('new'));
    expect(await said(joining)).toBe('new');
  });

  test('of a renderer that throws is answered as a fault of ours', async () => {
    const site = new FakeSite();
    const asked = await site.ask('/');
    site.renders[0]?.end(Promise.reject(new Error('broken')) as never);
    expect(await said(asked)).toBe(500);
  });
});

describe('too many renders', () => {
  test('wait for their turn', async () => {
    const site = new FakeSite({ concurrentRenders: 2 });
    const asked = [await site.ask('/a'), await site.ask('/b'), await site.ask('/c')];
    expect(site.renders.map(({ address }) => address.url)).toEqual(['/a', '/b']);
    expect(site.cache.statistics).toMatchObject({ rendering: 2, waiting: 1 });
    await site.end(0, fakePage('a'));
    await site.end(2, fakePage('c'));
    await site.end(1, fakePage('b'));
    expect(await Promise.all(asked.map(said))).toEqual(['a', 'b', 'c']);
    expect(site.cache.statistics).toMatchObject({ rendering: 0, waiting: 0 });
  });

  test('beyond the queue get the stale copy if there is one, else 503', async () => {
    const site = new FakeSite({ concurrentRenders: 1, waitingRenders: 1 });
    await site.store('/a', fakePage('old', { tags: ['t'] }));
    site.cache.purge(refresh('t'));
    await site.ask('/b');
    await site.ask('/c');
    expect(await said(await site.ask('/a'))).toBe('stale old');
    expect(await said(await site.ask('/d'))).toBe(503);
    expect(site.cache.statistics).toMatchObject({ refused: 2, stale: 1 });
  });

  test('that waited for too long are not begun any more', async () => {
    const site = new FakeSite({ concurrentRenders: 1 });
    await site.ask('/a');
    const long = await site.ask('/b');
    site.time += 2000;
    const short = await site.ask('/c');
    site.time += 3000;
    await site.end(0, fakePage('a'));
    expect(await said(long)).toBe(503);
    expect(site.renders.map(({ address }) => address.url)).toEqual(['/a', '/c']);
    await site.end(1, fakePage('c'));
    expect(await said(short)).toBe('c');
    const again = await site.ask('/b');
    await site.end(2, fakePage('b'));
    expect(await said(again)).toBe('b');
  });

  test('one that fails lets the next one run', async () => {
    const site = new FakeSite({ concurrentRenders: 1 });
    await site.ask('/a');
    const next = await site.ask('/b');
    await site.end(0, 500);
    await site.end(1, fakePage('b'));
    expect(await said(next)).toBe('b');
  });
});

describe('while purges cannot be heard', () => {
  test('every request is rendered, and nothing is stored', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('kept'));
    site.cache.trust(false);
    const asked = await site.ask('/');
    await site.end(1, fakePage('now'));
    expect(await said(asked)).toBe('now');
    site.cache.trust(true);
    expect(site.cache.lookup('/')?.identity.body.toString()).toBe('kept');
  });

  test('no request is answered by a render that began before it', async () => {
    const site = new FakeSite();
    site.cache.trust(false);
    const first = await site.ask('/');
    const second = await site.ask('/');
    await site.end(0, fakePage('one'));
    await site.end(1, fakePage('two'));
    expect([await said(first), await said(second)]).toEqual(['one', 'two']);
  });

  test('what was kept is shown when rendering fails', async () => {
    const site = new FakeSite();
    await site.store('/', fakePage('kept'));
    site.cache.trust(false);
    const asked = await site.ask('/');
    await site.end(1, 503);
    expect(await said(asked)).toBe('stale kept');
  });
});
