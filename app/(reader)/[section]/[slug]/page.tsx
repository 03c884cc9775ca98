import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { ArticleHead } from '#components/article/article-head.tsx';
import { Beside } from '#components/article/beside.tsx';
import { Hero } from '#components/article/hero.tsx';
import { Recommendations } from '#components/article/recommendations.tsx';
import { TagList } from '#components/article/tag-list.tsx';
import { VoteForm } from '#components/article/vote-form.tsx';
import { Breadcrumb, stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { articleMetadata } from '#features/article/metadata.ts';
import { findArticle } from '#features/article/queries.ts';
import { articleJsonLd, breadcrumbJsonLd } from '#features/article/structured-data.ts';
import { readRanking } from '#features/ranking/queries.ts';
import { readRecommendations } from '#features/recommendation/queries.ts';
import { readRelated } from '#features/related/queries.ts';
import { voteAction } from '#features/vote/actions.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { languageMark } from '#lib/language.ts';
import { JsonLd } from '../../json-ld.tsx';
import { readEdition } from '../../read-edition.ts';
import { gonePage, helpMetadata, unmatchedPage } from '../../unmatched.tsx';

interface Props {
  params: Promise<{ section: string; slug: string }>;
}

const sizes = { related: 10, ranking: 8, recommendations: 8 } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await find(await params);
  if (found.found !== 'article') return helpMetadata(found.found === 'gone' ? 'gone' : 'missing');
  return articleMetadata(found.article, (await readEdition()).site);
}

export default async function ArticlePage({ params }: Props) {
  const { segments, found } = await find(await params);
  if (found.found === 'moved') permanentRedirect(found.href);
  if (found.found === 'gone') return gonePage();
  if (found.found === 'nothing') return unmatchedPage(segments);
  const { article } = found;
  if (segments && decodeURIComponent(article.href) !== `/${segments.join('/')}`) permanentRedirect(article.href);

  const [edition, related, ranking, recommendations] = await Promise.all([
    readEdition(),
    readRelated(article, sizes.related),
    readRanking(sizes.ranking, article.id),
    readRecommendations(article, sizes.recommendations),
  ]);
  return (
    <main id="content" className="page">
      <JsonLd data={articleJsonLd(article, edition.site)} />
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(article.trail, edition.say), edition.site)} />
      <Breadcrumb trail={article.trail} edition={edition} />
      <div className="article-page">
        <article className="article" data-view={article.id} {...languageMark(article.language, edition.site.language)}>
          <ArticleHead article={article} edition={edition} />
          <Hero picture={article.picture} />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own renderer from typed blocks, all text escaped */}
          <div className="story-body" dangerouslySetInnerHTML={{ __html: article.bodyHtml }} />
          <footer className="article-foot" {...languageMark(edition.site.language, article.language)}>
            <VoteForm tally={{ ...article, articleId: article.id }} action={voteAction} edition={edition} />
            <TagList tags={article.tags} edition={edition} />
          </footer>
        </article>
        <aside className="article-beside no-print">
          <Beside related={related} ranking={ranking} edition={edition} />
        </aside>
      </div>
      <Recommendations recommendations={recommendations} edition={edition} />
    </main>
  );
}

/** What stands at the address, once a render. Looked for in its canonical form; the page compares. */
const findAt = cache(async (section: string, slug: string) => {
  const segments = readSegments(section, slug);
  if (!segments) return { segments, found: { found: 'nothing' } as const };
  const [sectionSlug = '', articleSlug = ''] = segments.map(canonicalSegment);
  return { segments, found: await findArticle(sectionSlug, articleSlug) };
});

const find = ({ section, slug }: Awaited<Props['params']>) => findAt(section, slug);
