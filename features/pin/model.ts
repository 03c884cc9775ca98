import type { pinPlaces } from '#db/schema/pin.ts';
import { cacheTags } from '#lib/cache-tags.ts';

export type PinPlace = (typeof pinPlaces)[number];

/** The cache tag of the pages that show a place's pins. */
export function placeTag(place: PinPlace): string {
  switch (place) {
    case 'front':
      return cacheTags.front;
    case 'recommendation':
      return cacheTags.recommendation;
  }
}
