import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, onTestFinished } from 'vitest';
import { applyMigrations } from './apply-migrations.ts';
import { lastApplied } from './pending-migrations.ts';
import { shortConnection } from './short-connection.ts';
import { testDatabase } from './testing/test-database.ts';

const { owner, ownerUrl } = await testDatabase();

interface Steps {
  /** Adds migrations to those that this database is to see, and gives the folder with all of them. */
  readonly folder: (...migrations: string[]) => Promise<string>;
}

/** Each test has a table of its own, `steps`, and migrations that are newer than the real ones. */
const test = base.extend<Steps>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixture's needs from this pattern.
  folder: async ({}, use) => {
    const place = await mkdtemp(join(tmpdir(), 'migrations-'));
    await mkdir(join(place, 'meta'));
    const last = await lastApplied(owner);
    await owner`drop table if exists steps`;
    await owner`create table steps (id int)`;
    const all: string[] = [];
    await use(async (...migrations) => {
      all.push(...migrations);
      const entries = all.map((_, index) => ({ idx: index, tag: `${index}`, when: last + index + 1 }));
      await writeFile(join(place, 'meta', '_journal.json'), JSON.stringify({ entries }));
      for (const [index, text] of all.entries()) await writeFile(join(place, `${index}.sql`), text);
      return place;
    });
    await owner`delete from drizzle.__drizzle_migrations where created_at > ${last}`;
    await rm(place, { recursive: true });
  },
});

const columns = async () =>
  (await owner`select attname from pg_attribute where attrelid = 'steps'::regclass and attnum > 0 and not attisdropped`)
    .map(({ attname }) => attname)
    .toSorted();

const breakpoint = '--> statement-breakpoint\n';

test('a migration that fails leaves those before it done and nothing of itself, and goes on once it is mended', async ({
  folder,
}) => {
  const broken = `alter table steps add column b int;\n${breakpoint}alter table nowhere add column c int`;
  const place = await folder('alter table steps add column a int', broken);
  await expect(applyMigrations(owner, { folder: place })).rejects.toMatchObject({ code: '42P01' });
  expect(await columns()).toEqual(['a', 'id']);
  await writeFile(join(place, '1.sql'), 'alter table steps add column b int');
  await applyMigrations(owner, { folder: place });
  await applyMigrations(owner, { folder: place });
  expect(await columns()).toEqual(['a', 'b', 'id']);
});

test('a migration steps back from a table that somebody reads, and passes when they have ended', async ({ folder }) => {
  const reader = shortConnection(ownerUrl);
  onTestFinished(() => reader.end());
  const place = await folder('alter table steps add column a int');
  const [reading, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const ended = reader.begin(async (tx) => {
    await tx`select from steps`;
    reading.resolve();
    await done.promise;
  });
  await reading.promise;
  const impatient = applyMigrations(owner, { folder: place, tries: 1 });
  await expect(impatient).rejects.toMatchObject({ code: '55P03' });
  const patient = applyMigrations(owner, { folder: place, pauseMilliseconds: 10 });
  done.resolve();
  await Promise.all([ended, patient]);
  expect(await columns()).toEqual(['a', 'id']);
});

test('an index is built beside the traffic, and a build that broke off is made anew', async ({ folder }) => {
  const build = [
    '-- outside a transaction\ndrop index concurrently if exists steps_once;\n',
    'create unique index concurrently steps_once on steps (id);\n',
  ].join(breakpoint);
  const place = await folder(build);
  await owner`insert into steps values (1), (1)`;
  await expect(applyMigrations(owner, { folder: place })).rejects.toMatchObject({ code: '23505' });
  await owner`delete from steps`;
  await applyMigrations(owner, { folder: place });
  const [index] = await owner`select indisvalid from pg_index where indexrelid = 'steps_once'::regclass`;
  expect(index).toEqual({ indisvalid: true });
});
