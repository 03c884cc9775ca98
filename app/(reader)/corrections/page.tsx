import type { Metadata } from 'next';
import { cache } from 'react';
import { CorrectedStories } from '#components/story/corrected-stories.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Pager } from '#components/ui/pager.tsx';
import { listMetadata } from '#features/article/metadata.ts';
import { listJsonLd } from '#features/article/structured-data.ts';
import { correctionsHref } from '#features/correction/model.ts';
import { listCorrections } from '#features/correction/queries.ts';
import { fullTime } from '#lib/dates.ts';
import { JsonLd } from '../json-ld.tsx';
import { cursorsOf, neighbours, pathOf, type Query } from '../list-page.ts';
import { readEdition } from '../read-edition.ts';

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ site, say }, list] = await Promise.all([readEdition(), find(props)]);
  const title = say('corrections.title');
  const [newest] = list.page.corrections;
  const moment = list.page.newer && newest ? fullTime(newest.issuedAt, site) : null;
  const named = moment ? say('list.upTo', { title, moment }) : title;
  const description = say('corrections.text');
  return listMetadata({ title: named, description, path: pathOf(list), ...neighbours(list) }, site);
}

/** What was wrong in any story, the latest first. */
export default async function CorrectionsPage(props: Props) {
  const [edition, list] = await Promise.all([readEdition(), find(props)]);
  const { site, say } = edition;
  const { corrections } = list.page;
  const { older, newer } = neighbours(list);
  const cards = [...new Map(corrections.map(({ card }) => [card.id, card])).values()];
  const [title, description] = [say('corrections.title'), say('corrections.text')];
  return (
    <main id="content" className="page">
      <JsonLd data={listJsonLd({ title, description, path: pathOf(list), cards }, site)} />
      <PageHead title={title}>
        <p className="max-w-measure text-soft">{description}</p>
      </PageHead>
      <CorrectedStories corrections={corrections} edition={edition} />
      <Pager
        label={say('corrections.pages')}
        newer={newer ? { href: newer, name: say('corrections.newer') } : null}
        older={older ? { href: older, name: say('corrections.older') } : null}
      />
    </main>
  );
}

async function find({ searchParams }: Props) {
  const cursors = cursorsOf(await searchParams);
  return { href: correctionsHref, cursors, page: await readPage(cursors.before, cursors.after) };
}

const readPage = cache((before?: string, after?: string) => listCorrections({ before, after }));
