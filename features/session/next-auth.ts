import 'server-only';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { nameSiteToNextAuth } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { openSession } from './commands/open-session.ts';
import { deskHome } from './model.ts';
import { cookieName, isHttps, sessionSeconds, sessionSecret } from './session-cookie.ts';

/**
 * next-auth as our actions use it: it has no route, so that forms are the only door. Made for each use, since a build
 * knows neither the site's address nor its secret.
 */
export const { signIn, signOut } = NextAuth(configure);

function configure(): NextAuthConfig {
  nameSiteToNextAuth();
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps() } as const;
  return {
    basePath: '/api/auth',
    secret: sessionSecret(),
    // Whose host this is was decided by AUTH_URL, whatever a request says.
    trustHost: true,
    useSecureCookies: isHttps(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: {
      sessionToken: { name: cookieName('session'), options },
      callbackUrl: { name: cookieName('callback'), options: { ...options, maxAge: 0 } },
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(credentials, request) {
          const { headers } = request;
          const { userId: id, sessionId } = await openSession(credentials, {
            address: headers.get('x-broadsheet-address') ?? '',
            agent: headers.get('user-agent') ?? '',
          });
          return { id, sessionId };
        },
      }),
    ],
    callbacks: {
      // The token names a session and nothing else; what is true of its user is asked of the database.
      jwt: ({ token, user }) => ({ sessionId: user && 'sessionId' in user ? user.sessionId : token.sessionId }),
      redirect: ({ baseUrl }) => `${baseUrl}${deskHome}`,
    },
    logger: {
      // What openSession refuses reaches the caller and is no fault; what is one, the caller logs.
      error: () => undefined,
      warn: (code) => log.warn({ part: 'next-auth', code }, 'next-auth warns'),
      debug: () => undefined,
    },
  };
}
