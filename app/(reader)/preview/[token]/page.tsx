import type { Metadata } from 'next';
import { cache } from 'react';
import { PreviewBar } from '#components/article/preview-bar.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { readPreview } from '#features/preview/queries.ts';
import { pageTitle } from '#features/site/model.ts';
import { say } from '#lib/desk-words.ts';
import { languageMark } from '#lib/language.ts';
import { recordOutcome } from '#lib/trace.ts';
import { readEdition } from '../../read-edition.ts';
import { Story } from '../../story.tsx';

interface Props {
  params: Promise<{ token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [at, { site }] = await Promise.all([find((await params).token), readEdition()]);
  const title =
    at.found === 'preview'
      ? say('preview.title', { headline: at.preview.article.headline })
      : say(`preview.${at.found}.title`);
  return {
    title: { absolute: pageTitle(title, site) },
    robots: { index: false, follow: false },
    referrer: 'no-referrer',
  };
}

/** A story's newest words, exactly as its page would show them, for whoever holds the link. Kept by nobody. */
export default async function PreviewPage({ params }: Props) {
  const [at, edition] = await Promise.all([find((await params).token), readEdition()]);
  if (at.found === 'preview') {
    return (
      <Story article={at.preview.article} counts={false}>
        <PreviewBar preview={at.preview} edition={edition} />
      </Story>
    );
  }
  recordOutcome(at.found === 'ended' ? 410 : 404);
  return (
    <main id="content" className="page narrow" {...languageMark('en', edition.site.language)}>
      <PageHead title={say(`preview.${at.found}.title`)}>
        <p className="mbs-3">{say(`preview.${at.found}.text`)}</p>
      </PageHead>
    </main>
  );
}

/** Once a request, for the page and its head. */
const find = cache(readPreview);
