import type { Metadata } from 'next';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { NameSearch } from '#components/desk/name-search.tsx';
import { LibraryAdding } from '#components/desk/pictures/library-adding.client.tsx';
import { LibraryGrid } from '#components/desk/pictures/library-grid.tsx';
import { RefreshWhile } from '#components/desk/pictures/refresh-while.client.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { libraryHref } from '#features/media/model.ts';
import { listLibrary } from '#features/media/queries-library.ts';
import { libraryQuery } from '#features/media/schema.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('media.title') };

export default async function MediaPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'media')) return forbiddenPage();
  const query = libraryQuery.parse(await searchParams);
  const { pictures, newer, older } = await listLibrary(query);
  const { q } = query;
  return (
    <>
      <PageTitle title={say('media.title')} text={say('media.text')} />
      <LibraryAdding />
      <NameSearch action="/desk/media" q={q} label={say('media.search')} />
      {pictures.length > 0 ? (
        <LibraryGrid pictures={pictures} />
      ) : (
        <EmptyState
          title={say(q ? 'media.nothing' : 'media.none')}
          text={say(q ? 'media.nothingText' : 'media.noneText')}
        />
      )}
      <KeysetPager
        label={say('media.pages')}
        newer={newer ? { name: say('media.newerPage'), href: libraryHref({ q, after: newer }) } : null}
        older={older ? { name: say('media.olderPage'), href: libraryHref({ q, before: older }) } : null}
      />
      {pictures.some(({ picture, problem }) => !(picture || problem)) && <RefreshWhile />}
    </>
  );
}
