import { expect, test } from 'vitest';
import { ensureViewPartitions, forgetDraftCopies, sweepPurges } from './sweep.ts';
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

test('of copies that were replaced long ago each story keeps its ten youngest; of young ones it keeps all', async () => {
  const copies = async (state: string, number: number, age: string) => {
    const [article] = await owner`insert into articles (state) values (${state}) returning id`;
    await owner`insert into draft_copies (article_id, version, content, saved_at, replaced_at)
      select ${article?.id}, version, '{}', now() - ${age}::interval, now() - ${age}::interval
      from generate_series(1, ${number}::int) version`;
    return article?.id as string;
  };
  const [old, few, young] = [
    await copies('draft', 13, '91 days'),
    await copies('draft', 10, '300 days'),
    await copies('draft', 30, '89 days'),
  ];
  expect(await forgetDraftCopies()).toBe(3);
  const left = async (id: string) =>
    (await owner`select version from draft_copies where article_id = ${id} order by version`).map((row) => row.version);
  expect(await left(old)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(await left(few)).toHaveLength(10);
  expect(await left(young)).toHaveLength(30);
  expect(await forgetDraftCopies()).toBe(0);
});
