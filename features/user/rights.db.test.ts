import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { endOwnSession } from '#features/session/commands/end-own-session.ts';
import { openSession } from '#features/session/commands/open-session.ts';
import { type Actor, systemActor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import { type Role, roles } from '#lib/vocabulary.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { changeName } from './commands/change-name.ts';
import { changePassword } from './commands/change-password.ts';
import { changeRole } from './commands/change-role.ts';
import { endUserSessions } from './commands/end-user-sessions.ts';
import { inviteFirstAdmin } from './commands/invite-first-admin.ts';
import { inviteUser } from './commands/invite-user.ts';
import { makeResetLink } from './commands/make-reset-link.ts';
import { renewInvitationLink } from './commands/renew-invitation-link.ts';
import { resendInvitation } from './commands/resend-invitation.ts';
import { resetPassword } from './commands/reset-password.ts';
import { restoreUser } from './commands/restore-user.ts';
import { suspendUser } from './commands/suspend-user.ts';
import { withdrawInvitation } from './commands/withdraw-invitation.ts';
import { type SampleUser, sampleUser, tester } from './testing/sample-user.ts';

await testDatabase();
const users = new Map<Role, SampleUser>();

beforeAll(async () => {
  for (const role of roles) users.set(role, await sampleUser(role));
});

const invited = () => inviteUser(tester, { email: `${randomUUID()}@herald.example`, role: 'author', mail: false });
const somebody = async () => (await sampleUser('author')).id;
const token = 'x'.repeat(43);
const everybody: Role[] = [...roles];

/** Every command about people, and who may run it. The system may run all but those on an account of one's own. */
const commands: Record<string, { run: (actor: Actor) => Promise<unknown>; allowed: Role[]; system: boolean }> = {
  invite: {
    run: (actor) => inviteUser(actor, { email: `${randomUUID()}@herald.example`, role: 'admin' }),
    allowed: ['admin'],
    system: true,
  },
  'resend an invitation': {
    run: async (actor) => resendInvitation(actor, { invitationId: (await invited()).invitationId }),
    allowed: ['admin'],
    system: true,
  },
  'withdraw an invitation': {
    run: async (actor) => withdrawInvitation(actor, { invitationId: (await invited()).invitationId }),
    allowed: ['admin'],
    system: true,
  },
  'change a role': {
    run: async (actor) => changeRole(actor, { userId: await somebody(), role: 'admin' }),
    allowed: ['admin'],
    system: true,
  },
  suspend: { run: async (actor) => suspendUser(actor, { userId: await somebody() }), allowed: ['admin'], system: true },
  restore: { run: async (actor) => restoreUser(actor, { userId: await somebody() }), allowed: ['admin'], system: true },
  'end the sessions of somebody': {
    run: async (actor) => endUserSessions(actor, { userId: await somebody() }),
    allowed: ['admin'],
    system: true,
  },
  'change the own name': { run: (actor) => changeName(actor, { name: 'New Name' }), allowed: everybody, system: false },
  'change the own password': {
    run: (actor) => {
      const { password } = actor as SampleUser;
      return changePassword(actor, { current: password, password, stays: randomUUID() });
    },
    allowed: everybody,
    system: false,
  },
  'end an own session': {
    run: (actor) => endOwnSession(actor, { sessionId: randomUUID() }),
    allowed: everybody,
    system: false,
  },
  'read the link of an invitation': {
    run: async (actor) => renewInvitationLink(actor, { invitationId: (await invited()).invitationId }),
    allowed: [],
    system: true,
  },
  'read the link of a reset': {
    run: (actor) => makeResetLink(actor, { email: users.get('admin')?.email ?? '' }),
    allowed: [],
    system: true,
  },
  'make the link of a first admin': { run: (actor) => inviteFirstAdmin(actor, {}), allowed: [], system: true },
};

const isForbidden = async (work: () => Promise<unknown>): Promise<boolean> => {
  try {
    await work();
    return false;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'forbidden') return true;
    throw error;
  }
};

describe.for(Object.entries(commands))('to %s', ([, { run, allowed, system }]) => {
  test.for([...roles])('is right for a %s or refused', async (role) => {
    expect(await isForbidden(() => run(users.get(role) as SampleUser))).toBe(!allowed.includes(role));
  });

  test('is for the machine itself or not', async () => {
    expect(await isForbidden(() => run(systemActor('test')))).toBe(!system);
  });
});

test('a link is used by the system alone, on behalf of whoever holds it', async () => {
  for (const role of roles) {
    const user = users.get(role) as SampleUser;
    expect(await isForbidden(() => acceptInvitation(user, { token, name: 'X', password: token }))).toBe(true);
    expect(await isForbidden(() => resetPassword(user, { token, password: token }))).toBe(true);
  }
});

test("nobody ends another's session as their own", async () => {
  const editor = users.get('editor') as SampleUser;
  const { sessionId } = await openSession(await sampleUser('editor'), { address: '192.0.2.1', agent: '' });
  expect(await endOwnSession(editor, { sessionId })).toMatchObject({ ended: false });
});
