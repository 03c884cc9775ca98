import type { Metadata } from 'next';
import Link from 'next/link';
import { counted } from '#components/desk/counted.ts';
import { NamePager } from '#components/desk/name-pager.tsx';
import { NameSearch } from '#components/desk/name-search.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Table } from '#components/ui/table.tsx';
import { type DeskByline, listBylines } from '#features/byline/queries-desk.ts';
import { nameQuery } from '#features/search/model-names.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('bylines.title') };

const columns = [
  { key: 'name', name: say('site.name') },
  { key: 'address', name: say('site.address') },
  { key: 'account', name: say('bylines.account') },
  { key: 'stories', name: say('site.stories') },
];

export default async function BylinesPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'byline')) return forbiddenPage();
  const query = nameQuery.parse(await searchParams);
  const { rows, after } = await listBylines(query);
  return (
    <>
      <PageTitle title={say('bylines.title')} text={say('bylines.text')}>
        <LinkButton href="/desk/bylines/new" look="primary">
          <Icon name="add" />
          {say('bylines.new')}
        </LinkButton>
      </PageTitle>
      <NameSearch action="/desk/bylines" q={query.q} />
      {rows.length > 0 ? (
        <Table label={say('bylines.title')} columns={columns}>
          {rows.map(row)}
        </Table>
      ) : (
        <EmptyState
          title={say(query.q ? 'site.nothing' : 'bylines.none')}
          text={say(query.q ? 'site.nothingText' : 'bylines.noneText')}
        />
      )}
      <NamePager path="/desk/bylines" query={query} after={after} />
    </>
  );
}

const row = ({ id, name, handle, account, stories }: DeskByline) => (
  <tr key={id}>
    <td className="table-words">
      <Link href={`/desk/bylines/${id}`} prefetch={false} className="story-link">
        {name}
      </Link>
    </td>
    <td className="table-words text-soft">/author/{handle}</td>
    <td className="table-words text-soft">{account}</td>
    <td className="text-soft" data-name={say('site.stories')}>
      {counted(stories)}
    </td>
  </tr>
);
