import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { openSession } from '#features/session/commands/open-session.ts';
import { amendEnvironment } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import type { Actor } from './actor.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { changePassword } from './commands/change-password.ts';
import { changeRole } from './commands/change-role.ts';
import { inviteFirstAdmin } from './commands/invite-first-admin.ts';
import { inviteUser } from './commands/invite-user.ts';
import { makeResetLink } from './commands/make-reset-link.ts';
import { renewInvitationLink } from './commands/renew-invitation-link.ts';
import { requestReset } from './commands/request-reset.ts';
import { resendInvitation } from './commands/resend-invitation.ts';
import { resetPassword } from './commands/reset-password.ts';
import { suspendUser } from './commands/suspend-user.ts';
import { withdrawInvitation } from './commands/withdraw-invitation.ts';
import { findOpenInvitation, findOpenReset } from './links.ts';
import { findPerson, listInvitations, listPeople } from './queries.ts';
import { sampleUser, tester, tokenIn } from './testing/sample-user.ts';

const { owner } = await testDatabase();
log.level = 'silent';
amendEnvironment({ SITE_URL: 'https://news.example' });

const password = 'lantern marsh eleven';
const newEmail = () => `${randomUUID()}@herald.example`;
const accept = (token: string, email?: string) => acceptInvitation(tester, { token, name: 'Ada', email, password });

async function invite(email = newEmail(), actor: Actor = tester) {
  const { invitationId } = await inviteUser(actor, { email, role: 'editor', mail: false });
  const made = await renewInvitationLink(tester, { invitationId });
  return { invitationId, email, token: tokenIn(made?.link ?? '') };
}

test('the first admin: the newest link alone, once, and one of two at a time', async () => {
  const older = await inviteFirstAdmin(tester, {});
  const newer = await inviteFirstAdmin(tester, {});
  expect(newer?.link).toMatch(/^https:\/\/news\.example\/desk\/first-admin\/[\w-]{43}$/);
  await expect(accept(tokenIn(older?.link ?? ''), newEmail())).rejects.toMatchObject({ code: 'not_found' });
  const token = tokenIn(newer?.link ?? '');
  await expect(accept(token)).rejects.toMatchObject({ code: 'invalid', fields: { email: expect.any(String) } });
  const two = await Promise.allSettled([accept(token, newEmail()), accept(token, newEmail())]);
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await listPeople({ q: '', after: null })).rows).toMatchObject([{ role: 'admin', suspended: false }]);
  expect(await inviteFirstAdmin(tester, {})).toBeNull();
});

test('a first link that was made while there was nobody opens nothing once there is somebody', async () => {
  const { token, invitationId } = await invite();
  await owner`update invitations set email = null where id = ${invitationId}`;
  await expect(accept(token, newEmail())).rejects.toMatchObject({ code: 'conflict' });
  expect(await findOpenInvitation(token)).not.toBeNull();
});

test('an invitation makes an account with its address and role, whatever the form says, once', async () => {
  const { token, email } = await invite();
  const [kept] = await owner`select token_hash from invitations where email = ${email}`;
  expect(kept?.token_hash).not.toContain(token);
  expect(await findOpenInvitation(token)).toMatchObject({ email, role: 'editor' });
  await accept(token, 'evil@elsewhere.example');
  expect(await findPerson(email)).toMatchObject({ name: 'Ada', role: 'editor' });
  expect(await findPerson('evil@elsewhere.example')).toBeNull();
  await expect(accept(token)).rejects.toMatchObject({ code: 'not_found' });
  await expect(inviteUser(tester, { email: email.toUpperCase(), role: 'editor' })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('people are listed by name, page by page, and found by a part of their name or address', async () => {
  const word = randomUUID().slice(0, 8);
  for (const name of [`b ${word}`, `A ${word}`, `c ${word}`]) {
    const { token, email } = await invite(`${name.replaceAll(' ', '.').toLowerCase()}@herald.example`);
    await acceptInvitation(tester, { token, name, email, password });
  }
  const first = await listPeople({ q: word, after: null }, 2);
  expect(first.rows.map(({ name }) => name)).toEqual([`A ${word}`, `b ${word}`]);
  const second = await listPeople({ q: word, after: first.after }, 2);
  expect(second).toMatchObject({ rows: [{ name: `c ${word}` }], after: null });
  expect((await listPeople({ q: `a.${word}@`, after: null })).rows).toMatchObject([{ name: `A ${word}` }]);
  expect((await listPeople({ q: '%', after: null })).rows).toEqual([]);
});

test('an invitation that was withdrawn, sent anew or expired opens nothing', async () => {
  const withdrawn = await invite();
  await withdrawInvitation(tester, withdrawn);
  const anew = await invite();
  await renewInvitationLink(tester, anew);
  const expired = await invite();
  await owner`update invitations set expires_at = now() where id = ${expired.invitationId}`;
  for (const { token } of [withdrawn, anew, expired]) {
    expect(await findOpenInvitation(token)).toBeNull();
    await expect(accept(token)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await renewInvitationLink(tester, expired)).toBeNull();
  await resendInvitation(tester, expired);
  expect(await renewInvitationLink(tester, expired)).toMatchObject({ email: expired.email });
  await expect(resendInvitation(tester, withdrawn)).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  ['is suspended', (userId: string) => suspendUser(tester, { userId })],
  ['is no admin any longer', (userId: string) => changeRole(tester, { userId, role: 'editor' })],
])('what somebody invited who %s opens nothing, and the address can be invited again', async (_, fall) => {
  await sampleUser('admin');
  const actor = await sampleUser('admin');
  const { email, token } = await invite(newEmail(), actor);
  const others = await invite();
  await fall(actor.id);
  expect(await findOpenInvitation(token)).toBeNull();
  expect(await findOpenInvitation(others.token)).not.toBeNull();
  expect(await invite(email)).toMatchObject({ email });
});

test('who is invited already is not invited twice, also not at the same time', async () => {
  const email = newEmail();
  const two = await Promise.allSettled([1, 2].map(() => inviteUser(tester, { email, role: 'author' })));
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await listInvitations()).filter((invitation) => invitation.email === email)).toHaveLength(1);
});

test('the queue knows which invitation is to be sent, and no link', async () => {
  const { invitationId } = await inviteUser(tester, { email: newEmail(), role: 'author' });
  const [job] =
    await owner`select payload from graphile_worker._private_jobs where key = ${`invitation:${invitationId}`}`;
  expect(job?.payload).toEqual({ invitationId });
});

test('a weak password is refused with its field, and the link still opens', async () => {
  const { token } = await invite();
  await expect(acceptInvitation(tester, { token, name: 'Ada', password: 'short' })).rejects.toMatchObject({
    code: 'invalid',
    fields: { password: expect.stringContaining('12 characters') },
  });
  expect(await findOpenInvitation(token)).not.toBeNull();
});

test('the last admin stays, also when two admins turn on each other at once', async () => {
  await owner`update users set suspended_at = now() where role = 'admin'`;
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await sampleUser('admin'), await sampleUser('admin')];
    const turns = await Promise.allSettled([
      changeRole(one, { userId: other.id, role: 'author' }),
      suspendUser(other, { userId: one.id }),
      changeRole(other, { userId: other.id, role: 'editor' }),
    ]);
    expect(turns.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    const left = await owner`select id from users where role = 'admin' and suspended_at is null`;
    expect(left).toHaveLength(1);
    await expect(changeRole(tester, { userId: left[0]?.id, role: 'editor' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('last admin'),
    });
    await owner`update users set suspended_at = now() where role = 'admin'`;
  }
});

test('nobody suspends themselves', async () => {
  const admin = await sampleUser('admin');
  await sampleUser('admin');
  await expect(suspendUser(admin, { userId: admin.id })).rejects.toMatchObject({ code: 'conflict' });
});

test('a reset sets a password once, and the newest link alone opens', async () => {
  const user = await sampleUser('author');
  const older = tokenIn((await makeResetLink(tester, { email: user.email }))?.link ?? '');
  const token = tokenIn((await makeResetLink(tester, { email: user.email }))?.link ?? '');
  expect(await findOpenReset(older)).toBeNull();
  expect(await findOpenReset(token)).toMatchObject({ email: user.email });
  const two = await Promise.allSettled([1, 2].map(() => resetPassword(tester, { token, password })));
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const from = { address: '192.0.2.7', agent: '' };
  await expect(openSession(user, from)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await openSession({ email: user.email, password }, from)).toMatchObject({ userId: user.id });
});

test('a reset that expired, and that of somebody suspended, open nothing', async () => {
  const [late, out] = [await sampleUser('author'), await sampleUser('author')];
  const tokens: string[] = [];
  for (const { email } of [late, out]) tokens.push(tokenIn((await makeResetLink(tester, { email }))?.link ?? ''));
  await owner`update password_resets set expires_at = now() where user_id = ${late.id}`;
  await suspendUser(tester, { userId: out.id });
  for (const token of tokens)
    await expect(resetPassword(tester, { token, password })).rejects.toThrow(/used or too old/);
  expect(await makeResetLink(tester, { email: out.email })).toBeNull();
});

test('to ask for a reset is answered alike for every address, and queued alike', async () => {
  const { email } = await sampleUser('author');
  for (const asked of [email, 'nobody@herald.example']) {
    expect(await requestReset({ email: asked }, '192.0.2.8')).toEqual({ email: asked });
  }
  const jobs = await owner`select payload from graphile_worker._private_jobs where key like 'reset:%'`;
  expect(jobs.map(({ payload }) => Object.keys(payload))).toEqual([['email'], ['email']]);
});

test('who asks for resets again and again is stopped', async () => {
  const ask = () => requestReset({ email: 'often@herald.example' }, '198.51.100.9');
  for (let time = 0; time < 3; time += 1) await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'limited' });
});

test('a password is changed by way of the present one', async () => {
  const user = await sampleUser('author');
  const stays = randomUUID();
  await expect(changePassword(user, { current: 'wrong', password, stays })).rejects.toMatchObject({
    fields: { current: expect.any(String) },
  });
  await expect(changePassword(user, { current: user.password, password: user.email, stays })).rejects.toMatchObject({
    fields: { password: expect.any(String) },
  });
  await changePassword(user, { current: user.password, password, stays });
  expect(await openSession({ email: user.email, password }, { address: '192.0.2.9', agent: '' })).toBeTruthy();
});
