import type { Metadata } from 'next';
import { BlockGroup } from '#components/front/block-group.tsx';
import { FrontTop } from '#components/front/front-top.tsx';
import { MostRead } from '#components/front/most-read.tsx';
import { OpinionBand } from '#components/front/opinion-band.tsx';
import { frontMetadata } from '#features/article/metadata.ts';
import { siteJsonLd } from '#features/article/structured-data.ts';
import { readActorHref } from '#features/fediverse/queries.ts';
import type { BlockGroup as Group } from '#features/front/blocks.ts';
import { readFront } from '#features/front/queries.ts';
import { JsonLd } from './json-ld.tsx';
import { readEdition } from './read-edition.ts';

export async function generateMetadata(): Promise<Metadata> {
  const [{ site }, activity] = await Promise.all([readEdition(), readActorHref(null)]);
  return frontMetadata(site, activity);
}

/** How many lines of sections come before what is read most. */
const beforeRanking = 2;

export default async function FrontPage() {
  const [edition, front] = await Promise.all([readEdition(), readFront()]);
  const groups = front.groups.map((group, index) => (
    <BlockGroup key={hrefOf(group)} group={group} index={index} edition={edition} />
  ));
  return (
    <main id="content" className="front">
      <JsonLd data={siteJsonLd(edition.site)} />
      <h1 className="sr-only">{edition.say('front.title', { site: edition.site.name })}</h1>
      {front.lead ? <FrontTop front={front} edition={edition} /> : <p>{edition.say('front.empty')}</p>}
      {front.opinion && <OpinionBand opinion={front.opinion} authors={front.authors} edition={edition} />}
      {groups.slice(0, beforeRanking)}
      {front.ranking.length > 0 && <MostRead ranking={front.ranking} edition={edition} />}
      {groups.slice(beforeRanking)}
    </main>
  );
}

const hrefOf = (group: Group): string | undefined =>
  group.shape === 'columns' ? group.blocks[0]?.href : group.block.href;
