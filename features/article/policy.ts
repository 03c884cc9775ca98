import type { Actor } from '#features/user/actor.ts';

/** What somebody may want to do with a story. */
export const articleVerbs = [
  ...(['create', 'edit', 'submit', 'delete'] as const),
  ...(['publish', 'unpublish', 'archive', 'kill', 'embargo', 'correct'] as const),
] as const;
export type ArticleVerb = (typeof articleVerbs)[number];

/** Whose story it is; null before it exists and for stories that no user made. */
export interface ArticleOwnership {
  readonly createdBy: string | null;
}

/**
 * Whether the actor may do this with this story. A contributor writes own drafts (and deletes them), an author also
 * publishes and corrects them, an editor does everything with every story. Whatever is not named here is refused.
 */
export function canArticle(actor: Actor, verb: ArticleVerb, article: ArticleOwnership | null): boolean {
  if (actor.kind === 'system') return true;
  const own = article === null || article.createdBy === actor.id;
  switch (actor.role) {
    case 'admin':
    case 'editor':
      return true;
    case 'author':
      return own && ['create', 'edit', 'submit', 'delete', 'publish', 'unpublish', 'correct'].includes(verb);
    case 'contributor':
      return own && ['create', 'edit', 'submit', 'delete'].includes(verb);
    default:
      return refuseUnknown(actor.role);
  }
}

function refuseUnknown(_role: never): false {
  return false;
}
