import 'server-only';
import type { PublicationWindow } from './lock-article.ts';

/** Until when a story is under embargo, by any of its versions; null when it is not. */
export function standingEmbargo(windows: readonly PublicationWindow[]): Date | null {
  const latest = Math.max(0, ...windows.map(({ embargoUntil }) => embargoUntil?.getTime() ?? 0));
  return latest > Date.now() ? new Date(latest) : null;
}
