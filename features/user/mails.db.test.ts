import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { amendEnvironment } from '#lib/env.ts';
import { readKeptMails } from '#lib/kept-mail.ts';
import { inviteUser } from './commands/invite-user.ts';
import { sendInvitation } from './commands/send-invitation.ts';
import { sendReset } from './commands/send-reset.ts';
import { suspendUser } from './commands/suspend-user.ts';
import { withdrawInvitation } from './commands/withdraw-invitation.ts';
import { findOpenInvitation, findOpenReset } from './links.ts';
import { sampleUser, tester } from './testing/sample-user.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-mails-'));
amendEnvironment({ BROADSHEET_DATA: folder, SMTP_URL: undefined, SITE_URL: 'https://news.example' });
afterAll(() => rm(folder, { recursive: true, force: true }));

const mailsTo = async (email: string) => (await readKeptMails()).filter(({ to }) => to === email);
const tokenIn = (text = '') => /https:\/\/news\.example\/desk\/\w+\/([\w-]{43})\n/.exec(text)?.[1] ?? '';

test('the mail of an invitation says who invites to what, and its link opens it', async () => {
  const admin = await sampleUser('admin', 'Ada Lovelace');
  const email = 'grace@herald.example';
  const { invitationId } = await inviteUser(admin, { email, role: 'editor' });
  await sendInvitation(invitationId);
  const [mail] = await mailsTo(email);
  expect(mail?.subject).toBe('Your invitation to Broadsheet');
  expect(mail?.text).toContain('Ada Lovelace invites you to the desk of Broadsheet (https://news.example) as Editor.');
  expect(await findOpenInvitation(tokenIn(mail?.text))).toMatchObject({ email, role: 'editor' });
});

test('a mail that is sent once more brings the link that holds; the former opens nothing', async () => {
  const email = 'twice@herald.example';
  const { invitationId } = await inviteUser(tester, { email, role: 'author' });
  await sendInvitation(invitationId);
  await sendInvitation(invitationId);
  const [newer, older] = (await mailsTo(email)).map(({ text }) => tokenIn(text));
  expect(await findOpenInvitation(older ?? '')).toBeNull();
  expect(await findOpenInvitation(newer ?? '')).toMatchObject({ email });
});

test('no mail leaves for an invitation that was withdrawn meanwhile', async () => {
  const email = 'gone@herald.example';
  const { invitationId } = await inviteUser(tester, { email, role: 'author' });
  await withdrawInvitation(tester, { invitationId });
  await sendInvitation(invitationId);
  expect(await mailsTo(email)).toEqual([]);
});

test('the mail of a reset goes to the address of the account, and to nobody else', async () => {
  const [user, out] = [await sampleUser('author', 'Grace'), await sampleUser('author')];
  await suspendUser(tester, { userId: out.id });
  for (const email of [user.email.toUpperCase(), out.email, 'nobody@herald.example']) await sendReset(email);
  const [mail] = await mailsTo(user.email);
  expect(mail?.text).toContain('Hello Grace, somebody asked');
  expect(mail?.text).toContain('60 minutes');
  expect(await findOpenReset(tokenIn(mail?.text))).toMatchObject({ userId: user.id });
  expect([...(await mailsTo(out.email)), ...(await mailsTo('nobody@herald.example'))]).toEqual([]);
});
