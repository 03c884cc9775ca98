import type { Actor } from '#features/user/actor.ts';

/** Things of the site as a whole, and the least role that may change them. */
const leastRole = {
  section: 'editor',
  tag: 'editor',
  byline: 'editor',
  pin: 'editor',
  media: 'contributor',
  settings: 'admin',
} as const;

export type SiteThing = keyof typeof leastRole;

const rank = { contributor: 0, author: 1, editor: 2, admin: 3 } as const;

/** Whether the actor may change things of this kind. */
export function canManage(actor: Actor, thing: SiteThing): boolean {
  return actor.kind === 'system' || rank[actor.role] >= rank[leastRole[thing]];
}
