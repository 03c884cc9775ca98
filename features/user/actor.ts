import type { Role } from '#lib/vocabulary.ts';

/** Somebody signed in at the desk. */
export interface UserActor {
  readonly kind: 'user';
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** The machine itself: the command line of whoever runs the site, an import, a job. It stands above all roles. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

/** Who acts. It comes from the session or from the process, never from input. */
export type Actor = UserActor | SystemActor;

/** The machine as an actor, under the name that the audit log is to show. */
export const systemActor = (name: string): SystemActor => ({ kind: 'system', name });

/** The user as a row notes who made it; null where the machine itself did. */
export const userIdOf = (actor: Actor): string | null => (actor.kind === 'user' ? actor.id : null);
