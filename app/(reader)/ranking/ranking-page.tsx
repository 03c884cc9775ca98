import 'server-only';
import { RankingBlock } from '#components/ranking/ranking-block.tsx';
import { RankingMethodText } from '#components/ranking/ranking-method-text.tsx';
import { Subsections } from '#components/story/subsections.tsx';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { rankingHref } from '#features/ranking/model.ts';
import { readSpan } from '#features/ranking/queries.ts';
import { type Section, sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { rankingSpans } from '#lib/vocabulary.ts';
import { readEdition } from '../read-edition.ts';

/** Of each list. */
const shown = 10;

/** The rankings of the site, or of a section, over each span, and how they are made. */
export async function RankingPage({ section }: { section: Section | null }) {
  const [edition, tree, { rankingHalfLife }, lists] = await Promise.all([
    readEdition(),
    readSections(),
    readSettings(),
    Promise.all(rankingSpans.map(async (span) => ({ span, ranked: await readSpan(span, section?.id ?? null) }))),
  ]);
  const { say } = edition;
  const others = tree.top
    .filter(({ id }) => id !== section?.id)
    .map(({ name, slug }) => ({ name, href: rankingHref(slug) }));
  const trail = section ? [{ name: section.name, href: sectionHref(section.slug) }] : [];
  return (
    <main id="content" className="page">
      <Breadcrumb trail={trail} edition={edition} />
      <PageHead title={section ? say('ranking.ofSection', { section: section.name }) : say('ranking.page')}>
        <Subsections
          label={say('ranking.sections')}
          sections={section ? [{ name: say('ranking.ofSite'), href: rankingHref() }, ...others] : others}
        />
      </PageHead>
      <div className="rankings">
        {lists.map(({ span, ranked }) => (
          <RankingBlock key={span} span={span} ranked={ranked.slice(0, shown)} edition={edition} />
        ))}
      </div>
      <RankingMethodText halfLife={rankingHalfLife} edition={edition} />
    </main>
  );
}
