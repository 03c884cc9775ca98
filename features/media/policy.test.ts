import { describe, expect, test } from 'vitest';
import { type Actor, systemActor } from '#features/user/actor.ts';
import { type Role, roles } from '#lib/vocabulary.ts';
import { canDelete, canDescribe } from './policy.ts';

const me = (role: Role): Actor => ({ kind: 'user', id: 'me', name: role, role });
const mine = { createdBy: 'me' };
const others = { createdBy: 'somebody' };
const nobodys = { createdBy: null };
const draft = (createdBy: string | null) => ({ createdBy, public: false });
const shown = (createdBy: string | null) => ({ createdBy, public: true });

/** Who may describe a picture, by whose it is and where it stands. */
const describing = [
  ['one’s own, nowhere', mine, [], ['contributor', 'author', 'editor', 'admin']],
  [
    'one’s own, in anybody’s draft',
    mine,
    [draft('somebody'), draft('me')],
    ['contributor', 'author', 'editor', 'admin'],
  ],
  ['one’s own, in one’s own public story', mine, [shown('me')], ['author', 'editor', 'admin']],
  ['one’s own, in another’s public story', mine, [shown('me'), shown('somebody')], ['editor', 'admin']],
  ['one’s own, in a public story of no user', mine, [shown(null)], ['editor', 'admin']],
  ['another’s, nowhere', others, [], ['editor', 'admin']],
  ['another’s, in one’s own story', others, [shown('me')], ['editor', 'admin']],
  ['of no user', nobodys, [], ['editor', 'admin']],
] as const;

describe.each(describing)('a picture that is %s', (_where, picture, uses, allowed) => {
  test.each(roles)('is described by the roles of the table and no other: %s', (role) => {
    expect(canDescribe(me(role), picture, uses)).toBe((allowed as readonly Role[]).includes(role));
  });
});

test.each(roles)('one’s own picture is deleted by everybody, another’s by editors: %s', (role) => {
  const highest = role === 'editor' || role === 'admin';
  expect([mine, others, nobodys].map((picture) => canDelete(me(role), picture))).toEqual([true, highest, highest]);
});

test('the machine itself may do everything', () => {
  const machine = systemActor('test');
  expect([canDescribe(machine, others, [shown('somebody')]), canDelete(machine, others)]).toEqual([true, true]);
});
