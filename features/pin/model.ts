import { cacheTags } from '#lib/cache-tags.ts';
import type { PinPlace } from '#lib/vocabulary.ts';

/** The cache tag of the pages that show a place's pins. */
export function placeTag(place: PinPlace): string {
  switch (place) {
    case 'front':
      return cacheTags.front;
    case 'recommendation':
    case 'unrecommended':
      return cacheTags.recommendation;
  }
}

/** Whether readers see a pinned story in its place now, and if not, why. */
export type PinStanding = 'shown' | 'waiting' | 'over' | 'not_public';
