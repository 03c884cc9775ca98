import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { database, sqlClient } from '#db/client.ts';
import { purgeChannel, writePurge } from '#db/outbox.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import type { Purge } from '#lib/purge.ts';
import { listenForPurges } from './purge-listener.ts';

const { owner } = await testDatabase();
const heard: Purge[] = [];
const gaps: string[] = [];
const trust: boolean[] = [];
let clock = 0;
let listener: Awaited<ReturnType<typeof listenForPurges>>;

beforeEach(async () => {
  heard.length = gaps.length = trust.length = 0;
  clock = Date.now();
  listener = await listenForPurges({
    onPurge: (purge) => heard.push(purge),
    onGap: () => gaps.push('gap'),
    onTrust: (trusted) => trust.push(trusted),
    now: () => clock,
  });
});
afterEach(() => listener.stop());

const heardTags = () => heard.flatMap(({ tags }) => tags);

/** Cuts the connection on which the purges arrive, as a restart of the database does. */
async function cutConnection(): Promise<void> {
  const cut = await sqlClient()`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`;
  expect(cut).toHaveLength(1);
}

/** A purge whose notification got lost. */
const purgeUnheard = (tag: string) =>
  owner`insert into purges (kind, tags) overriding user value values ('destroy', ${[tag]}) returning id`;

test('a purge that another process commits is heard, with its kind', async () => {
  await database().transaction((tx) => writePurge(tx, { kind: 'destroy', tags: ['article:1', 'latest'] }));
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'destroy', tags: ['article:1', 'latest'] }]));
});

test('a purge that is rolled back is not heard', async () => {
  const rolledBack = database().transaction(async (tx) => {
    await writePurge(tx, { kind: 'refresh', tags: ['never'] });
    throw new Error('roll back');
  });
  await expect(rolledBack).rejects.toThrow('roll back');
  await database().transaction((tx) => writePurge(tx, { kind: 'refresh', tags: ['after'] }));
  await vi.waitFor(() => expect(heardTags()).toContain('after'));
  expect(heardTags()).not.toContain('never');
});

test('a purge that could not be read is read later, also while the beats of other processes are heard', async () => {
  const [purge] = await purgeUnheard('unread');
  await owner`alter table purges rename to purges_away`;
  await sqlClient()`select pg_notify(${purgeChannel}, ${purge?.id})`;
  await vi.waitFor(() => expect(trust).toEqual([false]));
  await owner`alter table purges_away rename to purges`;
  await sqlClient()`select pg_notify(${purgeChannel}, 'beat')`;
  await vi.waitFor(() => expect(heardTags()).toContain('unread'), { timeout: 12_000 });
  expect(trust).toEqual([false, true]);
});

test('what was committed while the connection was lost is read when it is back, each once', async () => {
  await database().transaction((tx) => writePurge(tx, { kind: 'refresh', tags: ['before'] }));
  await vi.waitFor(() => expect(heardTags()).toContain('before'));
  await purgeUnheard('missed');
  await cutConnection();
  await vi.waitFor(() => expect(heardTags()).toContain('missed'), { timeout: 10_000 });
  expect(heardTags().filter((tag) => tag === 'before')).toHaveLength(1);
  expect(trust.at(-1)).toBe(true);
  expect(gaps).toEqual([]);
});

test('after an absence longer than the outbox remembers, everything is suspect', async () => {
  clock += 13 * 3_600_000;
  await cutConnection();
  await vi.waitFor(() => expect(gaps).toContain('gap'), { timeout: 10_000 });
});
