import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { findRedirect } from './queries.ts';

const { owner } = await testDatabase();

beforeAll(async () => {
  await owner`insert into redirects (path, target) values
    ('/old-world', '/world'), ('/old-world/special', '/special'), ('/news.php', 'https://archive.example/news'),
    ('/café', '/bars')`;
});

test.each([
  ['/old-world', '/world'],
  ['/old-world/a-story', '/world/a-story'],
  ['/old-world/archive/2025/04', '/world/archive/2025/04'],
  ['/old-world/special', '/special'],
  ['/old-world/größe', '/world/gr%C3%B6%C3%9Fe'],
  ['/news.php', 'https://archive.example/news'],
  ['/cafe\u0301', '/bars'],
])('%s leads to %s', async (path, target) => {
  expect(await findRedirect(path)).toBe(target);
});

test.each(['/', '/old', '/old-worlds', '/x/old-world', ''])('%j leads nowhere', async (path) => {
  expect(await findRedirect(path)).toBeNull();
});
