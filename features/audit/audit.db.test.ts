import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { deleteTag } from '#features/tag/commands/delete-tag.ts';
import type { UserActor } from '#features/user/actor.ts';
import { listAudit } from './queries.ts';

const { owner } = await testDatabase();

test('what was done is listed page by page, the last first, for everybody or one person', async () => {
  const [row] =
    await owner`insert into users (email, name, role) values ('e@example.org', 'Ed', 'editor') returning id`;
  const editor: UserActor = { kind: 'user', id: row?.id, name: 'Ed', role: 'editor' };
  const sectionId = await sampleSection('world');
  await sampleArticle({ sectionId, headline: 'Ships sail' });
  const { tagId } = await createTag(editor, { slug: 'ships', name: 'Ships' });
  await deleteTag(tester, { tagId });

  const first = await listAudit({ person: null, before: null }, 2);
  const second = await listAudit({ person: null, before: first.before }, 2);
  expect(
    [...first.lines, ...second.lines].map(({ action, actorName, subjectName }) => [action, actorName, subjectName]),
  ).toEqual([
    ['tag.delete', 'test', null],
    ['tag.create', 'Ed', null],
    ['article.create', 'test', 'Ships sail'],
    ['section.create', 'test', 'World'],
  ]);
  expect(second.before).toBeNull();
  const own = await listAudit({ person: editor.id, before: null });
  expect(own.lines.map(({ action }) => action)).toEqual(['tag.create']);
});
