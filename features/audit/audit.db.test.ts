import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createDraft } from '#features/draft/commands/create-draft.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { deleteTag } from '#features/tag/commands/delete-tag.ts';
import type { UserActor } from '#features/user/actor.ts';
import { inviteUser } from '#features/user/commands/invite-user.ts';
import { withdrawInvitation } from '#features/user/commands/withdraw-invitation.ts';
import { listActors, listAudit } from './queries.ts';
import { auditQuery } from './schema.ts';

const { owner } = await testDatabase();
const all = auditQuery.parse({});

test('what was done is listed page by page, the last first, for everybody or one person', async () => {
  const [row] =
    await owner`insert into users (email, name, role) values ('e@example.org', 'Ed', 'editor') returning id`;
  const editor: UserActor = { kind: 'user', id: row?.id, name: 'Ed', role: 'editor' };
  const sectionId = await sampleSection('world');
  await sampleArticle({ sectionId, headline: 'Ships sail' });
  const { tagId } = await createTag(editor, { slug: 'ships', name: 'Ships' });
  await deleteTag(tester, { tagId });

  const first = await listAudit(all, 2);
  const second = await listAudit({ ...all, before: first.before }, 2);
  expect(
    [...first.lines, ...second.lines].map(({ action, actorName, subjectName }) => [action, actorName, subjectName]),
  ).toEqual([
    ['tag.delete', 'test', null],
    ['tag.create', 'Ed', null],
    ['article.create', 'test', 'Ships sail'],
    ['section.create', 'test', 'World'],
  ]);
  expect(second.before).toBeNull();
  const own = await listAudit({ ...all, person: editor.id });
  expect(own.lines.map(({ action }) => action)).toEqual(['tag.create']);
});

test('one kind of act, of one person too, is listed page by page', async () => {
  const [row] =
    await owner`insert into users (email, name, role) values ('g@example.org', 'Gus', 'editor') returning id`;
  const editor: UserActor = { kind: 'user', id: row?.id, name: 'Gus', role: 'editor' };
  for (const slug of ['a', 'b', 'c']) await createTag(editor, { slug, name: slug });
  const { tagId } = await createTag(tester, { slug: 'd', name: 'd' });
  await deleteTag(editor, { tagId });

  const tags = auditQuery.parse({ kind: 'tag.create' });
  const first = await listAudit(tags, 3);
  expect(first.lines.map(({ subjectName }) => subjectName)).toEqual([null, 'c', 'b']);
  const second = await listAudit({ ...tags, before: first.before }, 1);
  expect(second.lines.map(({ subjectName }) => subjectName)).toEqual(['a']);
  const own = await listAudit(auditQuery.parse({ kind: 'terms', person: editor.id }));
  expect(own.lines.map(({ action }) => action)).toEqual(['tag.delete', ...Array(3).fill('tag.create')]);
  const machines = await listAudit(auditQuery.parse({ kind: 'tag.create', person: 'machine' }), 1);
  expect(machines.lines.map(({ actorName }) => actorName)).toEqual(['test']);
  expect((await listActors()).map(({ name }) => name)).toContain('Gus');
});

test('acts that mean the same are asked for as one, and a kind that there is none of is as good as none', async () => {
  await createDraft(tester, {});
  const begun = await listAudit(auditQuery.parse({ kind: 'article.create' }));
  expect(new Set(begun.lines.map(({ action }) => action))).toEqual(new Set(['draft.create', 'article.create']));
  for (const kind of ['', 'nothing', 'toString', 'article.nothing']) expect(auditQuery.parse({ kind }).kind).toBeNull();
});

test('an invitation says whom, also once it is withdrawn', async () => {
  const email = 'guest@example.org';
  const { invitationId } = await inviteUser(tester, { email, role: 'author', mail: false });
  await withdrawInvitation(tester, { invitationId });
  const { lines } = await listAudit(auditQuery.parse({ kind: 'invitations' }));
  expect(lines.map(({ action, subjectName }) => [action, subjectName])).toEqual([
    ['invitation.withdraw', email],
    ['invitation.create', email],
  ]);
});
