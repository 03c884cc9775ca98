import 'server-only';
import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { HelpPage } from '#components/site/help-page.tsx';
import { listArticles } from '#features/article/lists.ts';
import { findRedirect } from '#features/redirect/queries.ts';
import { pageTitle } from '#features/site/model.ts';
import { plainPath } from '#lib/address.ts';
import { recordOutcome } from '#lib/trace.ts';
import { readEdition } from './read-edition.ts';

const latestSize = 10;

/**
 * Answers an address without a page: by a redirect (308) if there is one, else by a page of help with status 404.
 * `segments` are decoded; null when the address could not be.
 */
export async function unmatchedPage(segments: readonly string[] | null) {
  const target = segments && (await findRedirect(plainPath(segments)));
  if (target) permanentRedirect(target);
  recordOutcome(404);
  return helpPage('missing');
}

/** Answers the address of a story that was taken down: a page of help with status 410. */
export function gonePage() {
  recordOutcome(410);
  return helpPage('gone');
}

/** What the `<head>` of a page of help says. */
export async function helpMetadata(kind: 'missing' | 'gone' = 'missing'): Promise<Metadata> {
  const { site, say } = await readEdition();
  return { title: { absolute: pageTitle(say(`${kind}.title`), site) }, robots: { index: false } };
}

async function helpPage(kind: 'missing' | 'gone') {
  const [edition, latest] = await Promise.all([readEdition(), listArticles({ of: 'site' }, { size: latestSize })]);
  const { say } = edition;
  return <HelpPage title={say(`${kind}.title`)} text={say(`${kind}.text`)} latest={latest.cards} edition={edition} />;
}
