import type { Metadata } from 'next';
import { RestoreVersion } from '#components/desk/editor/restore-version.client.tsx';
import { VersionList } from '#components/desk/editor/version-list.tsx';
import { VersionView } from '#components/desk/editor/version-view.tsx';
import { PreviewLinks } from '#components/desk/preview-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { restoreVersion } from '#features/draft/actions.ts';
import { readVersionsPage, versionsQuery } from '#features/draft/queries-versions-page.ts';
import { endPreviews } from '#features/preview/actions.ts';
import { listPreviewLinks } from '#features/preview/queries-links.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { say } from '#lib/desk-words.ts';
import { toResult } from '#lib/result.ts';
import { refusedPage } from '../../../../../refused-page.tsx';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: say('editor.versions') };

export default async function RevisionsPage({ params, searchParams }: Props) {
  const [actor, { id }, query] = await Promise.all([requireSignedIn(), params, searchParams]);
  const result = await toResult(() => readVersionsPage(actor, id, versionsQuery.parse(query)));
  if (!result.ok) return refusedPage(result.error, '/desk/articles');
  const links = await listPreviewLinks(actor, id);
  const { article, shown, before, names, timeZone } = result.data;
  return (
    <>
      <PageTitle title={say('editor.versions')} text={article.draft.content.headline || say('editor.noHeadline')}>
        <LinkButton href={`/desk/articles/${id}`}>{say('editor.backToStory')}</LinkButton>
      </PageTitle>
      {!shown && <EmptyState title={say('editor.noVersions')} text={say('editor.noVersionsText')} />}
      {shown && (
        <div className="versions">
          <VersionList page={result.data} shown={shown.version.id} />
          <VersionView shown={shown} before={before} names={names} timeZone={timeZone}>
            <RestoreVersion
              articleId={id}
              draftVersion={article.draft.version}
              version={shown.version}
              restore={restoreVersion}
            />
          </VersionView>
        </div>
      )}
      <PreviewLinks articleId={id} links={links} style={{ language: 'en', timeZone }} end={endPreviews} />
    </>
  );
}
