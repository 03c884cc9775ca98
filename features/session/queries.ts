import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { deskPath, signInHref } from './model.ts';
import { type SignedIn, signedInFrom } from './signed-in.ts';

export type { SignedIn };

/** Who asks, or null; looked up once a request. */
export const readSignedIn = cache(async (): Promise<SignedIn | null> => signedInFrom((await headers()).get('cookie')));

/** Who asks. Sends whoever is not signed in to the sign-in page, and from there back to where they were. */
export async function requireSignedIn(): Promise<SignedIn> {
  const signedIn = await readSignedIn();
  if (signedIn) return signedIn;
  redirect(signInHref(deskPath((await headers()).get('x-broadsheet-path'))));
}
