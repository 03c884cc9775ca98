import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { siteUrl } from '#lib/env.ts';

/** The secret of a new link: 256 bits, so that no guess needs to be counted. It stands in the link alone. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a link's secret. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

type LinkKind = 'first-admin' | 'invitation' | 'reset';

/** The whole link. */
export const linkFor = (kind: LinkKind, token: string): string => `${siteUrl()}/desk/${kind}/${token}`;

/** For how long each kind of link holds, in hours. */
export const linkHours = { 'first-admin': 24, invitation: 7 * 24, reset: 1 } as const satisfies Record<
  LinkKind,
  number
>;

export const expiryOf = (kind: LinkKind): Date => new Date(Date.now() + linkHours[kind] * 3_600_000);
