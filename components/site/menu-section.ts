import type { Link } from '#features/article/dto.ts';

/** A section in the navigation, with those right under it. */
export interface MenuSection extends Link {
  readonly under: readonly Link[];
}
