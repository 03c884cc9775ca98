import { describe, expect, test } from 'vitest';
import { systemActor, type UserActor } from '#features/user/actor.ts';
import { roles } from '#lib/vocabulary.ts';
import { articleVerbs, canArticle } from './policy.ts';

const actor = (role: UserActor['role']): UserActor => ({ kind: 'user', id: 'me', name: 'Me', role });
const own = { createdBy: 'me' };
const anothers = { createdBy: 'somebody else' };
const nobodys = { createdBy: null };

/** What each role may do with its own stories, and with those of others. */
const rights = {
  contributor: { own: ['create', 'edit', 'submit', 'delete'], others: [] },
  author: { own: ['create', 'edit', 'submit', 'delete', 'publish', 'unpublish', 'correct'], others: [] },
  editor: { own: articleVerbs, others: articleVerbs },
  admin: { own: articleVerbs, others: articleVerbs },
} as const;

describe.each(roles)('a user who is %s', (role) => {
  test.each(articleVerbs)('may %s just where the table says so', (verb) => {
    const may = (list: readonly string[]) => list.includes(verb);
    expect(canArticle(actor(role), verb, own)).toBe(may(rights[role].own));
    expect(canArticle(actor(role), verb, anothers)).toBe(may(rights[role].others));
    expect(canArticle(actor(role), verb, nobodys)).toBe(may(rights[role].others));
  });
});

test('a role that nobody has heard of may do nothing', () => {
  const stranger = { ...actor('admin'), role: 'owner' as 'admin' };
  for (const verb of articleVerbs) expect(canArticle(stranger, verb, own)).toBe(false);
});

test('the system itself may do everything', () => {
  for (const verb of articleVerbs) expect(canArticle(systemActor('test'), verb, anothers)).toBe(true);
});
