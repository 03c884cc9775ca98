import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  recordLastModified,
  recordOutcome,
  recordPrivate,
  recordServableUntil,
  recordTags,
  recordValidUntil,
  withTrace,
} from './trace.ts';

test('a render that records nothing is a cacheable 200 that holds until it is purged', async () => {
  const { value, trace } = await withTrace(async () => 'page');
  expect(value).toBe('page');
  expect(trace).toEqual({
    tags: new Set(),
    validUntil: Number.POSITIVE_INFINITY,
    servableUntil: Number.POSITIVE_INFINITY,
    outcome: 200,
    cacheable: true,
    lastModified: 0,
    acted: false,
    forEverybody: false,
  });
});

test('what is read after an await, at any depth, belongs to the render', async () => {
  const { trace } = await withTrace(async () => {
    recordTags('article:1');
    await Promise.all([readLater('section:2'), readLater('tag:3', 'article:1')]);
  });
  expect([...trace.tags].toSorted()).toEqual(['article:1', 'section:2', 'tag:3']);
});

test('renders at the same time do not mix', async () => {
  const names = ['article:1', 'article:2', 'article:3'];
  const traces = await Promise.all(names.map((name) => withTrace(() => readLater(name))));
  expect(traces.map(({ trace }) => [...trace.tags])).toEqual(names.map((name) => [name]));
});

test('the earliest end of validity and of service wins, the latest change is the last modification', async () => {
  const moments = fc.array(fc.date({ noInvalidDate: true, min: new Date(0) }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(moments, async (dates) => {
      const { trace } = await withTrace(async () => {
        for (const date of dates) {
          recordValidUntil(date);
          recordServableUntil(date);
          recordLastModified(date);
        }
      });
      const times = dates.map((date) => date.getTime());
      expect(trace.validUntil).toBe(Math.min(...times));
      expect(trace.servableUntil).toBe(Math.min(...times));
      expect(trace.lastModified).toBe(Math.max(...times));
    }),
  );
});

test('an end that is not known changes nothing', async () => {
  const { trace } = await withTrace(async () => {
    recordValidUntil(null);
    recordServableUntil(null);
    recordLastModified(null);
  });
  expect(trace).toMatchObject({ validUntil: Number.POSITIVE_INFINITY, servableUntil: Number.POSITIVE_INFINITY });
  expect(trace.lastModified).toBe(0);
});

test('a page can say that it is gone and that it is made for one reader', async () => {
  const { trace } = await withTrace(async () => {
    recordOutcome(410);
    recordPrivate();
  });
  expect(trace).toMatchObject({ outcome: 410, cacheable: false });
});

test('what is recorded outside of a render goes nowhere and harms nothing', async () => {
  recordTags('article:1');
  recordValidUntil(new Date(0));
  recordServableUntil(new Date(0));
  recordLastModified(new Date(1));
  recordOutcome(404);
  recordPrivate();
  const { trace } = await withTrace(async () => undefined);
  expect(trace).toMatchObject({ outcome: 200, cacheable: true, lastModified: 0 });
  expect(trace.tags.size).toBe(0);
});

test('a render that throws passes its error on', async () => {
  await expect(withTrace(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
});

test('another copy of the module, such as that in the bundle, records into the same render', async () => {
  const copy: typeof import('./trace.ts') = await import(`./trace.ts?${'copy'}`);
  expect(copy.recordTags).not.toBe(recordTags);
  const { trace } = await withTrace(async () => copy.recordTags('front:home'));
  expect([...trace.tags]).toEqual(['front:home']);
});

async function readLater(...tags: string[]): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  recordTags(...tags);
}
