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
import { nameQuery } from '#features/search/model-names.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { type DeskTag, listTags } from '#features/tag/queries-desk.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('tags.title') };

const columns = [
  { key: 'name', name: say('site.name') },
  { key: 'address', name: say('site.address') },
  { key: 'stories', name: say('site.stories') },
];

export default async function TagsPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'tag')) return forbiddenPage();
  const query = nameQuery.parse(await searchParams);
  const { rows, after } = await listTags(query);
  return (
    <>
      <PageTitle title={say('tags.title')} text={say('tags.text')}>
        <LinkButton href="/desk/tags/new" look="primary">
          <Icon name="add" />
          {say('tags.new')}
        </LinkButton>
      </PageTitle>
      <NameSearch action="/desk/tags" q={query.q} />
      {rows.length > 0 ? (
        <Table label={say('tags.title')} columns={columns}>
          {rows.map(row)}
        </Table>
      ) : (
        <EmptyState
          title={say(query.q ? 'site.nothing' : 'tags.none')}
          text={say(query.q ? 'site.nothingText' : 'tags.noneText')}
        />
      )}
      <NamePager path="/desk/tags" query={query} after={after} />
    </>
  );
}

const row = ({ id, name, slug, stories }: DeskTag) => (
  <tr key={id}>
    <td className="table-words">
      <Link href={`/desk/tags/${id}`} prefetch={false} className="story-link">
        {name}
      </Link>
    </td>
    <td className="table-words text-soft">/tag/{slug}</td>
    <td className="text-soft" data-name={say('site.stories')}>
      {counted(stories)}
    </td>
  </tr>
);
