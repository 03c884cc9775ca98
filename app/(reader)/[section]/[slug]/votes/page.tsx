import type { Metadata } from 'next';
import { permanentRedirect } from 'next/navigation';
import { VoteRecordView } from '#components/article/vote-record.tsx';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { findStory, isCanonical, type StoryParams } from '#features/article/find-story.ts';
import { pageTitle } from '#features/site/model.ts';
import { recordHref } from '#features/vote/model.ts';
import { readVoteRecord } from '#features/vote/queries-record.ts';
import { readEdition } from '../../../read-edition.ts';
import { gonePage, helpMetadata, unmatchedPage } from '../../../unmatched.tsx';

interface Props {
  params: Promise<StoryParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ found }, { site, say }] = await Promise.all([findStory(await params), readEdition()]);
  if (found.found !== 'article') return helpMetadata(found.found === 'gone' ? 'gone' : 'missing');
  const title = say('record.title', { headline: found.article.headline });
  return { title: { absolute: pageTitle(title, site) }, robots: { index: false, follow: true } };
}

/** A story's votes, so that anybody can check them: the tally beside the ledger, and the seals of its days. */
export default async function VotesPage({ params }: Props) {
  const { segments, found } = await findStory(await params);
  if (found.found === 'moved') permanentRedirect(recordHref.page(found.href));
  if (found.found === 'gone') return gonePage();
  if (found.found === 'nothing') return unmatchedPage(segments && [...segments, 'votes']);
  const { article } = found;
  if (!isCanonical(article.href, segments)) permanentRedirect(recordHref.page(article.href));

  const [edition, record] = await Promise.all([readEdition(), readVoteRecord(article.id)]);
  const trail = [...article.trail, { name: article.headline, href: article.href }];
  return (
    <main id="content" className="page narrow">
      <Breadcrumb trail={trail} edition={edition} />
      <PageHead title={edition.say('record.heading')}>
        <p className="mbs-3">{edition.say('record.intro')}</p>
      </PageHead>
      <VoteRecordView record={record} story={article.href} edition={edition} />
    </main>
  );
}
