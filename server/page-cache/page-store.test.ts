import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageStore } from './page-store.ts';
import { fakePage } from './testing/fake-site.ts';

test('the page that was not read for longest leaves first, out of the index too', () => {
  const store = new PageStore(5000);
  for (const key of ['/a', '/b', '/c', '/d']) store.set(key, fakePage(key, { tags: [`tag of ${key}`, 'all'] }));
  store.get('/a');
  store.set('/e', fakePage('e', { tags: ['all'] }));
  expect(store.get('/b')).toBeUndefined();
  expect([...store.keysBearing('all')].sort()).toEqual(['/a', '/c', '/d', '/e']);
  expect([...store.keysBearing('tag of /b')]).toEqual([]);
  expect(store.evictions).toBe(1);
});

test('a page kept aside does not look recently read', () => {
  const store = new PageStore(5000);
  for (const key of ['/a', '/b', '/c', '/d']) store.set(key, fakePage(key));
  store.setAside('/a');
  store.set('/e', fakePage('e'));
  expect(store.get('/a')).toBeUndefined();
});

test('a page that would fill a quarter of the store is not kept, nor what it was to replace', () => {
  const store = new PageStore(5000);
  store.set('/a', fakePage('small', { tags: ['t'] }));
  expect(store.set('/a', fakePage('large', { size: 1300 }))).toBe(false);
  expect(store.get('/a')).toBeUndefined();
  expect(store.tagCount).toBe(0);
});

test('the index holds exactly the tags of the pages that are kept', () => {
  const key = fc.constantFrom('/a', '/b', '/c', '/d', '/e');
  const tags = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'));
  const action = fc.oneof(
    fc.tuple(key, tags, fc.integer({ min: 100, max: 1500 })).map(([at, borne, size]) => (store: PageStore) => {
      store.set(at, fakePage(at, { tags: borne, size }));
    }),
    key.map((at) => (store: PageStore) => store.delete(at)),
    key.map((at) => (store: PageStore) => void store.get(at)),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const store = new PageStore(5000);
      for (const act of actions) {
        act(store);
        expect(store.bytes).toBeLessThanOrEqual(5000);
        const kept = ['/a', '/b', '/c', '/d', '/e'].filter((at) => store.get(at));
        for (const tag of ['x', 'y', 'z']) {
          const bearing = kept.filter((at) => store.get(at)?.page.tags.includes(tag));
          expect([...store.keysBearing(tag)].sort()).toEqual(bearing);
        }
      }
      store.clear();
      expect(store.tagCount).toBe(0);
      expect(store.bytes).toBe(0);
    }),
  );
});
