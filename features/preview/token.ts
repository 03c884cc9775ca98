import 'server-only';
import { env } from '#lib/env.ts';
import { signValue, verifyValue } from '#lib/signed-cookie.ts';

/** What a preview's address says, and nobody can change. */
export interface PreviewGrant {
  readonly articleId: string;
  /** Who made the link, whose rights it has; null for the machine itself. */
  readonly userId: string | null;
  /** To the second. */
  readonly expiresAt: Date;
}

const purpose = 'preview';
const length = 16 + 16 + 5;
const nobody = '00000000-0000-0000-0000-000000000000';

/** One segment of an address that grants a look at a story: two ids and a time in base64url, with their signature. */
export function signGrant({ articleId, userId, expiresAt }: PreviewGrant): string {
  const bytes = Buffer.alloc(length);
  bytes.write(articleId.replaceAll('-', ''), 0, 'hex');
  bytes.write((userId ?? nobody).replaceAll('-', ''), 16, 'hex');
  bytes.writeUIntBE(Math.floor(expiresAt.getTime() / 1000), 32, 5);
  return signValue(purpose, bytes.toString('base64url'), secret());
}

/** What `signGrant` signed, run out or not; null for any other text. */
export function readGrant(token: string): PreviewGrant | null {
  const value = verifyValue(purpose, token, secret());
  const bytes = value === null ? null : Buffer.from(value, 'base64url');
  if (bytes?.length !== length) return null;
  const userId = uuidAt(bytes, 16);
  return {
    articleId: uuidAt(bytes, 0),
    userId: userId === nobody ? null : userId,
    expiresAt: new Date(bytes.readUIntBE(32, 5) * 1000),
  };
}

function uuidAt(bytes: Buffer, start: number): string {
  return bytes.toString('hex', start, start + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function secret(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set: previews are signed with it.');
  return BROADSHEET_SECRET;
}
