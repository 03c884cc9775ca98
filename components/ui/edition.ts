import type { SiteSettings } from '#features/settings/schema.ts';
import type { Site } from '#features/site/model.ts';
import type { Say } from '#lib/messages.ts';

/** What every part of a page is set with: the site's settings and address, and the words of its interface. */
export interface Edition {
  readonly site: SiteSettings & Site;
  readonly say: Say;
}
