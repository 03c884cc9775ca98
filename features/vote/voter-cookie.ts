import 'server-only';
import { env, siteUrl } from '#lib/env.ts';
import { readSignedCookie, signValue } from '#lib/signed-cookie.ts';

/** A cookie as both Next and a plain `Set-Cookie` header take it. `maxAge` is in seconds. */
export interface VoterCookie {
  readonly name: string;
  readonly value: string;
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly secure: boolean;
  readonly path: '/';
  readonly maxAge: number;
}

const name = 'voter';
const oneYear = 365 * 24 * 60 * 60;

/** Who votes, by the request's `Cookie` header. A forged or malformed cookie is none: null. */
export function readVoter(cookieHeader: string | null | undefined): string | null {
  return readSignedCookie(cookieHeader, name, secret());
}

/** The cookie that makes a reader known again; it is given with the first vote, never for reading. */
export function voterCookie(voterId: string): VoterCookie {
  return {
    name,
    value: signValue(name, voterId, secret()),
    httpOnly: true,
    sameSite: 'lax',
    secure: siteUrl().startsWith('https:'),
    path: '/',
    maxAge: oneYear,
  };
}

/** The cookie as the value of a `Set-Cookie` header. */
export function serializeVoterCookie(cookie: VoterCookie): string {
  const secure = cookie.secure ? '; Secure' : '';
  return `${cookie.name}=${cookie.value}; Path=/; Max-Age=${cookie.maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

function secret(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set: votes need it to know readers again.');
  return BROADSHEET_SECRET;
}
