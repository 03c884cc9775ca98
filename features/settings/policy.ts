import type { Actor } from '#features/user/actor.ts';
import { type Role, roles } from '#lib/vocabulary.ts';

/** Things of the site as a whole, and the least role that may change them. */
const leastRole = {
  section: 'editor',
  tag: 'editor',
  byline: 'editor',
  pin: 'editor',
  redirect: 'editor',
  vote: 'editor',
  analytics: 'editor',
  media: 'contributor',
  settings: 'admin',
  people: 'admin',
  mail: 'admin',
  audit: 'admin',
} as const satisfies Record<string, Role>;

export type SiteThing = keyof typeof leastRole;

/** Whether the actor may change things of this kind. */
export function canManage(actor: Actor, thing: SiteThing): boolean {
  return actor.kind === 'system' || roles.indexOf(actor.role) >= roles.indexOf(leastRole[thing]);
}
