import type { Metadata } from 'next';
import { counted } from '#components/desk/counted.ts';
import { SectionTreeTable } from '#components/desk/section-tree.client.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { orderSectionsAction } from '#features/section/actions.ts';
import type { Section, SectionTree } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { countStories } from '#features/section/queries-desk.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { say } from '#lib/desk-words.ts';
import { forbiddenPage } from '../../../forbidden-page.tsx';

export const metadata: Metadata = { title: say('sections.title') };

export default async function SectionsPage() {
  const actor = await requireSignedIn();
  if (!canManage(actor, 'section')) return forbiddenPage();
  const [tree, stories] = await Promise.all([readSections(), countStories()]);
  const rows = inTree(tree, tree.top).map(({ id, name, slug, parentId }) => ({
    ...{ id, name, slug, parentId },
    depth: tree.trailOf(id).length - 1,
    stories: counted(stories.get(id) ?? 0),
  }));
  return (
    <>
      <PageTitle title={say('sections.title')} text={say('sections.text')}>
        <LinkButton href="/desk/sections/new" look="primary">
          <Icon name="add" />
          {say('sections.new')}
        </LinkButton>
      </PageTitle>
      {rows.length > 0 ? (
        <SectionTreeTable rows={rows} order={orderSectionsAction} />
      ) : (
        <EmptyState title={say('sections.none')} text={say('sections.noneText')} />
      )}
    </>
  );
}

const inTree = (tree: SectionTree, sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...inTree(tree, tree.childrenOf(section.id))]);
