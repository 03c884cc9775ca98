import 'server-only';
import { cache } from 'react';
import type { Edition } from '#components/ui/edition.ts';
import { readSettings } from '#features/settings/queries.ts';
import { siteUrl } from '#lib/env.ts';
import { wordsFor } from '#lib/messages.ts';

/** The site's settings and words, read once a render for the layout, the page and its metadata. */
export const readEdition = cache(async (): Promise<Edition> => {
  const settings = await readSettings();
  return { site: { ...settings, url: siteUrl() }, say: wordsFor(settings.language) };
});
