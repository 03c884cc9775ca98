import 'server-only';
import type { ReactNode } from 'react';
import { ArticleCredits } from '#components/article/article-credits.tsx';
import { ArticleHead } from '#components/article/article-head.tsx';
import { Beside } from '#components/article/beside.tsx';
import { CorrectionList } from '#components/article/correction-list.tsx';
import { Hero } from '#components/article/hero.tsx';
import { Recommendations } from '#components/article/recommendations.tsx';
import { TagList } from '#components/article/tag-list.tsx';
import { ViewWithoutScript } from '#components/article/view-without-script.tsx';
import { VoteForm } from '#components/article/vote-form.tsx';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import type { ArticleDetail } from '#features/article/dto.ts';
import { readStoryLists } from '#features/recommendation/queries.ts';
import { voteAction } from '#features/vote/actions.ts';
import { recordHref } from '#features/vote/model.ts';
import { languageMark } from '#lib/language.ts';
import { readEdition } from './read-edition.ts';

interface StoryProps {
  readonly article: ArticleDetail;
  /** Whether views and votes are counted here: not where the story is only previewed. */
  readonly counts: boolean;
  /** What comes before the story. */
  readonly children: ReactNode;
}

/** A story with what stands beside and after it: the same for readers and for those who preview it. */
export async function Story({ article, counts, children }: StoryProps) {
  const [edition, lists] = await Promise.all([readEdition(), readStoryLists(article)]);
  const { language } = edition.site;
  return (
    <main id="content" className="page">
      {children}
      {counts && <ViewWithoutScript articleId={article.id} />}
      <Breadcrumb trail={article.trail} edition={edition} />
      <div className="article-page">
        <article
          className="article"
          data-kind={article.kind}
          data-view={counts ? article.id : undefined}
          {...languageMark(article.language, language)}
        >
          <ArticleHead article={article} edition={edition} />
          <Hero picture={article.picture} />
          <ArticleCredits article={article} edition={edition} />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own renderer from typed blocks, all text escaped */}
          <div className="story-body" dangerouslySetInnerHTML={{ __html: article.bodyHtml }} />
          <footer className="article-foot" {...languageMark(language, article.language)}>
            <CorrectionList article={article} edition={edition} />
            <VoteForm
              tally={{ ...article, articleId: article.id }}
              action={counts ? voteAction : null}
              record={recordHref.page(article.href)}
              edition={edition}
            />
            <TagList tags={article.tags} edition={edition} />
          </footer>
        </article>
        <aside className="article-beside no-print">
          <Beside lists={lists} edition={edition} />
        </aside>
        <Recommendations recommendations={lists.recommendations} edition={edition} />
      </div>
    </main>
  );
}
