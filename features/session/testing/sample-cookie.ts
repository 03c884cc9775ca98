import { encode } from 'next-auth/jwt';
import { openSession } from '#features/session/commands/open-session.ts';
import { cookieName, sessionSecret } from '#features/session/session-cookie.ts';
import type { SampleUser } from '#features/user/testing/sample-user.ts';

/** The `Cookie` header of somebody who has just signed in. */
export async function sampleCookie(user: SampleUser): Promise<string> {
  const { sessionId } = await openSession(user, { address: '192.0.2.1', agent: 'Firefox/143.0' });
  const name = cookieName('session');
  return `${name}=${await encode({ token: { sessionId }, secret: sessionSecret(), salt: name })}`;
}
