import { canArticle } from '#features/article/policy.ts';
import type { PictureUse } from '#features/media/dto.ts';
import { canManage } from '#features/settings/policy.ts';
import type { Actor } from '#features/user/actor.ts';

interface PictureOwnership {
  /** Null for a picture that no user added. */
  readonly createdBy: string | null;
}

/**
 * Whether the actor may change what is said about a picture. Those who may change every story may; others only for their
 * own pictures, and not where readers see them in a story that the actor could not publish: those words are public too.
 */
export function canDescribe(
  actor: Actor,
  picture: PictureOwnership,
  uses: readonly Pick<PictureUse, 'createdBy' | 'public'>[],
): boolean {
  if (!owns(actor, picture)) return false;
  return uses.every((use) => !use.public || canArticle(actor, 'publish', use));
}

/** Whether the actor may delete a picture that nothing shows. */
export const canDelete = (actor: Actor, picture: PictureOwnership): boolean => owns(actor, picture);

function owns(actor: Actor, { createdBy }: PictureOwnership): boolean {
  if (!canManage(actor, 'media')) return false;
  if (actor.kind === 'system' || canArticle(actor, 'edit', { createdBy: null })) return true;
  return createdBy === actor.id;
}
