import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { copyInto, copyLine } from './copy.ts';

const { ownerUrl } = await testDatabase();
const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

test('a line says what it was given, whatever stands in it', async () => {
  const texts = ['tab\there', 'line\nend\r', 'back\\slash \\N', '\\.', '', '“Ünïcödé” 🗞'];
  await sql.begin(async (tx) => {
    await tx`create temporary table said (place integer, words text, nothing text, moment timestamptz) on commit drop`;
    const moment = new Date('2026-11-01T12:00:00.123Z');
    const lines = texts.map((text, place) => copyLine(place, text, null, moment));
    await copyInto(tx, 'said (place, words, nothing, moment)', lines);
    const rows = await tx`select * from said order by place`;
    expect(rows).toEqual(texts.map((words, place) => ({ place, words, nothing: null, moment })));
  });
});

test('a row that the database refuses ends the copy with its reason, and the connection can be used again', async () => {
  const twice = [copyLine('one', 'One'), copyLine('one', 'One')];
  await expect(sql.begin((tx) => copyInto(tx, 'tags (slug, name)', twice))).rejects.toMatchObject({ code: '23505' });
  const long = Array.from({ length: 20_000 }, (_, index) =>
    copyLine(index === 3 ? '' : `tag-${index}`, 'x'.repeat(40)),
  );
  await expect(sql.begin((tx) => copyInto(tx, 'tags (slug, name)', long))).rejects.toMatchObject({ code: '23514' });
  expect(await sql`select count(*)::int from tags`).toEqual([{ count: 0 }]);
});
