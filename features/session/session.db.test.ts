import { encode } from 'next-auth/jwt';
import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { changePassword } from '#features/user/commands/change-password.ts';
import { changeRole } from '#features/user/commands/change-role.ts';
import { endUserSessions } from '#features/user/commands/end-user-sessions.ts';
import { makeResetLink } from '#features/user/commands/make-reset-link.ts';
import { resetPassword } from '#features/user/commands/reset-password.ts';
import { restoreUser } from '#features/user/commands/restore-user.ts';
import { suspendUser } from '#features/user/commands/suspend-user.ts';
import { listSessions } from '#features/user/queries.ts';
import { type SampleUser, sampleUser, tester, tokenIn } from '#features/user/testing/sample-user.ts';
import { amendEnvironment } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { endOwnSession } from './commands/end-own-session.ts';
import { forgetOldSessions } from './commands/forget-old-sessions.ts';
import { openSession } from './commands/open-session.ts';
import { signInLimits } from './limits.ts';
import { sessionSecret } from './session-cookie.ts';
import { signedInFrom } from './signed-in.ts';

const { owner } = await testDatabase();
log.level = 'silent';
amendEnvironment({ BROADSHEET_SECRET: 's'.repeat(40), SITE_URL: 'http://localhost:3000' });

let hosts = 0;
/** A network that nobody has tried from. */
const stranger = () => ({ address: `10.${Math.floor(++hosts / 250)}.${hosts % 250}.1`, agent: 'Firefox/143.0' });
const signIn = (user: SampleUser, from = stranger()) => openSession(user, from);

async function cookieFor(sessionId: unknown, secret = sessionSecret()): Promise<string> {
  return `other=1; broadsheet.session=${await encode({ token: { sessionId }, secret, salt: 'broadsheet.session' })}`;
}

const isIn = async (sessionId: string): Promise<boolean> => (await signedInFrom(await cookieFor(sessionId))) !== null;

test('a session names its user as they are now', async () => {
  const user = await sampleUser('author', 'Ada');
  const { sessionId } = await signIn(user);
  const { id, email } = user;
  const signedIn = await signedInFrom(await cookieFor(sessionId));
  expect(signedIn).toEqual({ kind: 'user', id, email, name: 'Ada', role: 'author', sessionId });
  expect(await listSessions(id)).toMatchObject([{ id: sessionId, agent: 'Firefox/143.0' }]);
});

test.for<[string, () => Promise<string>]>([
  ['no session', async () => ''],
  ['a session that was never opened', () => cookieFor('01990000-0000-7000-8000-000000000000')],
  ['no id of a session', () => cookieFor("' or true --")],
  [
    'a token under another key',
    async () => cookieFor((await signIn(await sampleUser('admin'))).sessionId, 'x'.repeat(43)),
  ],
  ['the id without its token', async () => `broadsheet.session=${(await signIn(await sampleUser('admin'))).sessionId}`],
  [
    'a token without encryption',
    async () => `broadsheet.session=${btoa('{"alg":"none"}')}.${btoa('{"sessionId":"x"}')}.`,
  ],
])('a cookie with %s lets nobody in', async ([, cookie]) => {
  expect(await signedInFrom(await cookie())).toBeNull();
});

test('over HTTPS a cookie counts only under the name that binds it to this host', async () => {
  const { sessionId } = await signIn(await sampleUser('author'));
  const plain = await cookieFor(sessionId);
  amendEnvironment({ SITE_URL: 'https://news.example' });
  const name = '__Host-broadsheet.session';
  const bound = await encode({ token: { sessionId }, secret: sessionSecret(), salt: name });
  expect(await signedInFrom(`${name}=${bound}`)).toMatchObject({ sessionId });
  expect(await signedInFrom(plain)).toBeNull();
  amendEnvironment({ SITE_URL: 'http://localhost:3000' });
});

const ends: Record<string, (user: SampleUser, sessionId: string) => Promise<unknown>> = {
  'signing out': (user, sessionId) => endOwnSession(user, { sessionId }),
  'being signed out': ({ id }) => endUserSessions(tester, { userId: id }),
  suspension: ({ id }) => suspendUser(tester, { userId: id }),
  'another role': ({ id }) => changeRole(tester, { userId: id, role: 'contributor' }),
  'a password set by a link': async ({ email }) => {
    const reset = await makeResetLink(tester, { email });
    await resetPassword(tester, { token: tokenIn(reset?.link ?? ''), password: 'a wholly different one' });
  },
  'a password changed elsewhere': async (user) => {
    const { sessionId } = await signIn(user);
    await changePassword(user, { current: user.password, password: 'a wholly different one', stays: sessionId });
    expect(await isIn(sessionId)).toBe(true);
  },
  'the end of its time': (_, sessionId) => owner`update sessions set expires_at = now() where id = ${sessionId}`,
};

test.for(Object.entries(ends))('%s ends a session with the next request', async ([, end]) => {
  const user = await sampleUser('editor');
  const { sessionId } = await signIn(user);
  expect(await isIn(sessionId)).toBe(true);
  await end(user, sessionId);
  expect(await isIn(sessionId)).toBe(false);
});

test('who was suspended and let in again has to sign in', async () => {
  const user = await sampleUser('editor');
  const { sessionId } = await signIn(user);
  await suspendUser(tester, { userId: user.id });
  await restoreUser(tester, { userId: user.id });
  expect(await isIn(sessionId)).toBe(false);
  expect(await isIn((await signIn(user)).sessionId)).toBe(true);
});

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'let in',
    ({ code, message, fields }) => ({ code, message, fields }),
  );
}

test('an unknown account, a suspended one and a wrong password are answered alike', async () => {
  const [suspended, active] = [await sampleUser('editor'), await sampleUser('editor')];
  await suspendUser(tester, { userId: suspended.id });
  const answers = await Promise.all([
    refusalOf(openSession({ email: 'nobody@herald.example', password: 'x' }, stranger())),
    refusalOf(openSession({ email: active.email, password: 'x' }, stranger())),
    refusalOf(signIn(suspended)),
    refusalOf(openSession({ email: 'no address', password: 'x' }, stranger())),
    refusalOf(openSession({ email: 'a\0b', password: 'x' }, stranger())),
    refusalOf(openSession({ email: active.email, password: 'x'.repeat(100_000) }, stranger())),
    refusalOf(openSession({}, stranger())),
  ]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ code: 'forbidden' });
});

test('an unknown account costs as much time as a known one', async () => {
  const user = await sampleUser('editor');
  const time = async (email: string) => {
    const began = performance.now();
    await refusalOf(openSession({ email, password: 'wrong' }, stranger()));
    return performance.now() - began;
  };
  await time(user.email);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < 9; round += 1) {
    times.known.push(await time(user.email));
    times.unknown.push(await time(`nobody-${round}@herald.example`));
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[4] as number;
  // Hashing is most of it: without it, an unknown account would be answered in a tenth of the time.
  expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.5);
});

test('whoever guesses at one account is stopped, and its owner elsewhere is not', async () => {
  const user = await sampleUser('author');
  const guesser = stranger();
  const { points } = signInLimits.accountFromNetwork;
  for (let guess = 0; guess < points; guess += 1) {
    expect(await refusalOf(openSession({ ...user, password: 'wrong' }, guesser))).toMatchObject({ code: 'forbidden' });
  }
  const stopped = await refusalOf(signIn(user, guesser));
  expect(stopped).toMatchObject({ code: 'limited', message: expect.stringMatching(/try again in \d+ minutes\.$/) });
  expect(await refusalOf(signIn(user))).toBe('let in');
});

test('whoever goes through accounts is stopped, whether they exist or not', async () => {
  const { address, agent } = stranger();
  // Another address of the same network makes no difference.
  const from = (guess: number) => ({ address: address.replace(/1$/, String(1 + (guess % 200))), agent });
  const { points } = signInLimits.network;
  for (let guess = 0; guess < points; guess += 1) {
    await refusalOf(openSession({ email: `guess-${guess}@herald.example`, password: 'x' }, from(guess)));
  }
  expect(await refusalOf(openSession({ email: 'next@herald.example', password: 'x' }, from(1)))).toMatchObject({
    code: 'limited',
  });
});

test('who signs in often is not stopped', async () => {
  const user = await sampleUser('author');
  const home = stranger();
  for (let time = 0; time < signInLimits.accountFromNetwork.points + 2; time += 1) {
    expect(await refusalOf(signIn(user, home))).toBe('let in');
  }
});

test('a suspension that comes in the middle of a sign-in wins', async () => {
  for (let round = 0; round < 5; round += 1) {
    const user = await sampleUser('author');
    const [opened] = await Promise.allSettled([signIn(user), suspendUser(tester, { userId: user.id })]);
    if (opened.status === 'fulfilled') expect(await isIn(opened.value.sessionId)).toBe(false);
    await restoreUser(tester, { userId: user.id });
    expect(await listSessions(user.id)).toEqual([]);
  }
});

test('sessions and links of long ago are forgotten, present ones are not', async () => {
  const user = await sampleUser('author');
  const { sessionId } = await signIn(user);
  const old = await signIn(user);
  await owner`update sessions set ended_at = now() - interval '31 days' where id = ${old.sessionId}`;
  await forgetOldSessions();
  const left = await owner`select id from sessions where user_id = ${user.id}`;
  expect(left.map(({ id }) => id)).toEqual([sessionId]);
});
