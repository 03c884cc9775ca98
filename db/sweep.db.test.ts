import { expect, test } from 'vitest';
import { ensureViewPartitions, sweepPurges } from './sweep.ts';
import { testDatabase } from './testing/test-database.ts';

const { owner } = await testDatabase();

test('the outbox keeps what caches may still have to read, and loses what is older than a day', async () => {
  await owner`insert into purges (kind, tags, created_at) values
    ('refresh', '{old}', now() - interval '25 hours'), ('refresh', '{recent}', now() - interval '23 hours')`;
  await sweepPurges();
  expect((await owner`select tags from purges`).map(({ tags }) => tags)).toEqual([['recent']]);
});

test('there is a partition for the views of this month and the next two, made under the rights of the site', async () => {
  const partitions = async () =>
    (
      await owner`select inhrelid::regclass::text as name from pg_inherits
      where inhparent = 'view_buckets'::regclass order by 1`
    ).map(({ name }) => name);
  for (const name of (await partitions()).filter((one) => one !== 'view_buckets_default')) {
    await owner.unsafe(`drop table ${name}`);
  }
  await ensureViewPartitions();
  const now = new Date();
  const wanted = [0, 1, 2].map((ahead) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
    return `view_buckets_${month.toISOString().slice(0, 7).replace('-', '_')}`;
  });
  expect(await partitions()).toEqual([...wanted, 'view_buckets_default']);
  await ensureViewPartitions();
  expect(await partitions()).toHaveLength(4);
});

test('views of a month without a partition are kept all the same, and keep the month from getting one', async () => {
  const [article] = await owner`insert into articles (state) values ('published') returning id`;
  await owner`insert into view_buckets (article_id, hour, human) values (${article?.id}, '2001-02-03T04:00Z', 1)`;
  await owner`select ensure_view_partitions('2001-01-15', '2001-03-01')`;
  const [row] =
    await owner`select tableoid::regclass::text as part from view_buckets where article_id = ${article?.id}`;
  expect(row?.part).toBe('view_buckets_default');
  expect(
    await owner`select to_regclass('view_buckets_2001_01') as january, to_regclass('view_buckets_2001_02') as february`,
  ).toEqual([{ january: 'view_buckets_2001_01', february: null }]);
});
