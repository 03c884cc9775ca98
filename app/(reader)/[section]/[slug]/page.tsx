import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { findStory, isCanonical, type StoryParams } from '#features/article/find-story.ts';
import { articleMetadata } from '#features/article/metadata.ts';
import { articleJsonLd, breadcrumbJsonLd } from '#features/article/structured-data.ts';
import { readStoryHref } from '#features/fediverse/queries.ts';
import { JsonLd } from '../../json-ld.tsx';
import { readEdition } from '../../read-edition.ts';
import { Story } from '../../story.tsx';
import { gonePage, helpMetadata, unmatchedPage } from '../../unmatched.tsx';

interface Props {
  params: Promise<StoryParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await findStory(await params);
  if (found.found !== 'article') return helpMetadata(found.found === 'gone' ? 'gone' : 'missing');
  const [{ site }, activity] = await Promise.all([readEdition(), readStoryHref(found.article.id)]);
  return articleMetadata(found.article, site, activity);
}

export default async function ArticlePage({ params }: Props) {
  const { segments, found } = await findStory(await params);
  if (found.found === 'moved') permanentRedirect(found.href);
  if (found.found === 'gone') return gonePage();
  if (found.found === 'nothing') return unmatchedPage(segments);
  const { article } = found;
  if (!isCanonical(article.href, segments)) permanentRedirect(article.href);

  const { site, say } = await readEdition();
  return (
    <Story article={article} counts>
      <JsonLd data={articleJsonLd(article, site)} />
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(article.trail, say), site)} />
    </Story>
  );
}
