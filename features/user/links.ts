import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { database, type Queryable } from '#db/client.ts';
import { invitations, passwordResets, users } from '#db/schema/user.ts';
import { tokenInput } from '#features/user/schema.ts';
import { hashToken } from '#features/user/token.ts';
import type { Role } from '#lib/vocabulary.ts';

/** What an invitation's link opens. `email` is null for the first admin, who brings one. */
export interface OpenInvitation {
  readonly id: string;
  readonly email: string | null;
  readonly role: Role;
}

/** The invitation that this link opens, or null when it is used, withdrawn, expired or none. */
export async function findOpenInvitation(token: string, db: Queryable = database()): Promise<OpenInvitation | null> {
  if (!tokenInput.safeParse(token).success) return null;
  const [row] = await db
    .select({ id: invitations.id, email: invitations.email, role: invitations.role })
    .from(invitations)
    .where(
      and(
        eq(invitations.tokenHash, hashToken(token)),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, sql`now()`),
      ),
    );
  return row ?? null;
}

/** Whose password this link sets anew. */
export interface OpenReset {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
}

/** The reset that this link opens, or null when it is used, expired or none, or its user is suspended. */
export async function findOpenReset(token: string, db: Queryable = database()): Promise<OpenReset | null> {
  if (!tokenInput.safeParse(token).success) return null;
  const [row] = await db
    .select({ id: passwordResets.id, userId: users.id, email: users.email, name: users.name })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(
      and(
        eq(passwordResets.tokenHash, hashToken(token)),
        isNull(passwordResets.usedAt),
        gt(passwordResets.expiresAt, sql`now()`),
        isNull(users.suspendedAt),
      ),
    );
  return row ?? null;
}
