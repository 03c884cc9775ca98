import type { Metadata } from 'next';
import { KeysetPager } from '#components/desk/keyset-pager.tsx';
import { StateTabs } from '#components/desk/state-tabs.tsx';
import { StoryFilters } from '#components/desk/story-filters.client.tsx';
import { StoryRows } from '#components/desk/story-rows.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { deskListHref } from '#features/article/model-desk-list.ts';
import { canArticle } from '#features/article/policy.ts';
import { listForDesk } from '#features/article/queries-desk-list.ts';
import { deskListQuery } from '#features/article/schema-desk-list.ts';
import { readSections } from '#features/section/queries.ts';
import { requireSignedIn, type SignedIn } from '#features/session/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { say } from '#lib/desk-words.ts';

export const metadata: Metadata = { title: say('articles.title') };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ArticlesPage({ searchParams }: Props) {
  const actor = await requireSignedIn();
  const query = readQuery(actor, await searchParams);
  const [page, tree, { timeZone }] = await Promise.all([listForDesk(actor, query), readSections(), readSettings()]);
  const sections = tree.all.map(({ id }) => ({
    value: id,
    label: tree
      .trailOf(id)
      .map(({ name }) => name)
      .join(' › '),
  }));
  const toPage = (name: string, cursor: { before?: string; after?: string }) => ({
    name,
    href: deskListHref(query, cursor),
  });
  return (
    <>
      <PageTitle title={say('articles.title')}>
        <LinkButton href="/desk/articles/new" look="primary">
          <Icon name="add" />
          {say('shell.newArticle')}
        </LinkButton>
      </PageTitle>
      <StateTabs query={query} />
      <StoryFilters query={query} sections={sections} />
      {page.rows.length > 0 ? (
        <StoryRows rows={page.rows} now={new Date()} timeZone={timeZone} />
      ) : (
        <Nothing narrowed={deskListHref(query) !== deskListHref(readQuery(actor, {}))} />
      )}
      <KeysetPager
        label={say('articles.pages')}
        newer={page.newer ? toPage(say('articles.newerPage'), { after: page.newer }) : null}
        older={page.older ? toPage(say('articles.olderPage'), { before: page.older }) : null}
      />
    </>
  );
}

/** Those who may write in nobody else's stories begin with their own. */
function readQuery(actor: SignedIn, parameters: Awaited<Props['searchParams']>) {
  const query = deskListQuery.parse(parameters);
  const start = canArticle(actor, 'edit', { createdBy: null }) ? 'all' : 'mine';
  return { ...query, whose: query.whose ?? start };
}

function Nothing({ narrowed }: { narrowed: boolean }) {
  return narrowed ? (
    <EmptyState title={say('articles.notFound')} text={say('articles.notFoundText')}>
      <LinkButton href="/desk/articles?whose=all">{say('articles.clear')}</LinkButton>
    </EmptyState>
  ) : (
    <EmptyState title={say('articles.none')} text={say('articles.noneText')} />
  );
}
