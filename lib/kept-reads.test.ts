import { afterEach, expect, test } from 'vitest';
import { KeptReads, keepReads, keptRead } from './kept-reads.ts';
import { recordServableUntil, recordTags, recordValidUntil, withTrace } from './trace.ts';

afterEach(() => keepReads(undefined));

const refresh = (...tags: string[]) => ({ tags, kind: 'refresh' as const });
const asReader = <Value>(work: () => Promise<Value>) => withTrace(work, { forEverybody: true });

/** A read that counts how often it ran and records what it is told to. */
function counting(record: () => void = () => recordTags('menu')) {
  const counter = { runs: 0 };
  const read = keptRead(`counted ${Math.random()}`, async () => {
    counter.runs += 1;
    record();
    return counter.runs;
  });
  return { counter, read };
}

/** A read that ends when the test says so. */
function held(tag: string) {
  const runs: PromiseWithResolvers<string>[] = [];
  const read = keptRead(`held ${Math.random()}`, async () => {
    const run = Promise.withResolvers<string>();
    runs.push(run);
    recordTags(tag);
    return run.promise;
  });
  return { runs, read };
}

test("readers' pages share a read, and each writes down what it recorded", async () => {
  keepReads(new KeptReads());
  const { counter, read } = counting(() => {
    recordTags('menu');
    recordValidUntil(new Date(Date.now() + 60_000));
  });
  const pages = [await asReader(read), await asReader(read)];
  expect(pages.map(({ value }) => value)).toEqual([1, 1]);
  for (const { trace } of pages) expect([...trace.tags]).toEqual(['menu']);
  expect(pages[1]?.trace.validUntil).toBe(pages[0]?.trace.validUntil);
  expect(counter.runs).toBe(1);
});

test('what is made for one person reads for itself, and so does everybody where nothing is kept', async () => {
  const { counter, read } = counting();
  await asReader(read);
  await asReader(read);
  keepReads(new KeptReads());
  await withTrace(read);
  await withTrace(read);
  await read();
  expect(counter.runs).toBe(5);
});

test('a purge of one of its tags ends it, another does not', async () => {
  const reads = new KeptReads();
  keepReads(reads);
  const { read } = counting();
  await asReader(read);
  reads.purge(refresh('other'));
  expect((await asReader(read)).value).toBe(1);
  reads.purge(refresh('other', 'menu'));
  expect((await asReader(read)).value).toBe(2);
});

test('any purge ends a read that names no tag', async () => {
  const reads = new KeptReads();
  keepReads(reads);
  const { read } = counting(() => undefined);
  await asReader(read);
  reads.purge(refresh('other'));
  expect((await asReader(read)).value).toBe(2);
});

test('a read under way when a purge comes is neither joined by who asks later nor kept', async () => {
  const reads = new KeptReads();
  keepReads(reads);
  const { runs, read } = held('menu');
  const before = asReader(read);
  const together = asReader(read);
  reads.purge(refresh('menu'));
  const after = asReader(read);
  expect(runs).toHaveLength(2);
  runs[0]?.resolve('old');
  runs[1]?.resolve('new');
  expect([(await before).value, (await together).value, (await after).value]).toEqual(['old', 'old', 'new']);
  expect((await asReader(read)).value).toBe('new');
  expect(runs).toHaveLength(2);
});

test('nothing is shared while purges cannot be heard, nor what was kept before', async () => {
  const reads = new KeptReads();
  keepReads(reads);
  const { read } = counting();
  await asReader(read);
  reads.trust(false);
  expect([(await asReader(read)).value, (await asReader(read)).value]).toEqual([2, 3]);
  reads.trust(true);
  expect([(await asReader(read)).value, (await asReader(read)).value]).toEqual([4, 4]);
});

test.each([
  ['it may not be shown any more', () => recordServableUntil(new Date(1500))],
  ['it does not hold any more', () => recordValidUntil(new Date(1500))],
])('it is read again when %s', async (_, record) => {
  let time = 1000;
  keepReads(new KeptReads(() => time));
  const { read } = counting(record);
  await asReader(read);
  time = 1499;
  expect((await asReader(read)).value).toBe(1);
  time = 1500;
  expect((await asReader(read)).value).toBe(2);
});

test('it is read again after some seconds, so that pages made later hold for as long as those before', async () => {
  let time = 1000;
  keepReads(new KeptReads(() => time));
  const { read } = counting();
  await asReader(read);
  time += 20_000;
  expect((await asReader(read)).value).toBe(2);
});

test('a failure is told to all who wait for it, and the next one tries again', async () => {
  keepReads(new KeptReads());
  const { runs, read } = held('menu');
  const asked = [asReader(read), asReader(read)];
  runs[0]?.reject(new Error('no database'));
  for (const one of asked) await expect(one).rejects.toThrow('no database');
  const again = asReader(read);
  runs[1]?.resolve('here');
  expect((await again).value).toBe('here');
});
