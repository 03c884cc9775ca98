import { StoryLines } from '#components/story/story-lines.tsx';
import { Block } from '#components/ui/block.tsx';
import type { Edition } from '#components/ui/edition.ts';
import { PageHead } from '#components/ui/page-head.tsx';
import { SearchForm } from '#components/ui/search-form.tsx';
import type { ArticleCard } from '#features/article/dto.ts';

interface HelpPageProps {
  readonly title: string;
  readonly text: string;
  readonly latest: readonly ArticleCard[];
  readonly edition: Edition;
}

/** A whole page for an address without a story: what happened, a search, and the latest stories. */
export function HelpPage({ title, text, latest, edition }: HelpPageProps) {
  return (
    <main id="content" className="page narrow">
      <PageHead title={title}>
        <p className="mbs-3">{text}</p>
      </PageHead>
      <SearchForm edition={edition} />
      {latest.length > 0 && (
        <Block id="latest" title={edition.say('front.latest')} className="mbs-10">
          <StoryLines cards={latest} edition={edition} />
        </Block>
      )}
    </main>
  );
}
