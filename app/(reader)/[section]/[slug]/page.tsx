import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { stepsFromHome } from '#components/ui/breadcrumb.tsx';
import { articleMetadata } from '#features/article/metadata.ts';
import { findArticle } from '#features/article/queries.ts';
import { articleJsonLd, breadcrumbJsonLd } from '#features/article/structured-data.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';
import { JsonLd } from '../../json-ld.tsx';
import { readEdition } from '../../read-edition.ts';
import { Story } from '../../story.tsx';
import { gonePage, helpMetadata, unmatchedPage } from '../../unmatched.tsx';

interface Props {
  params: Promise<{ section: string; slug: string }>;
}

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

  const { site, say } = await readEdition();
  return (
    <Story article={article} counts>
      <JsonLd data={articleJsonLd(article, site)} />
      <JsonLd data={breadcrumbJsonLd(stepsFromHome(article.trail, say), site)} />
    </Story>
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
