import type { Metadata } from 'next';
import { FrontTop } from '#components/front/front-top.tsx';
import { SectionBlock } from '#components/front/section-block.tsx';
import { frontMetadata } from '#features/article/metadata.ts';
import { siteJsonLd } from '#features/article/structured-data.ts';
import { readFront } from '#features/front/queries.ts';
import { JsonLd } from './json-ld.tsx';
import { readEdition } from './read-edition.ts';

export async function generateMetadata(): Promise<Metadata> {
  return frontMetadata((await readEdition()).site);
}

export default async function FrontPage() {
  const [edition, front] = await Promise.all([readEdition(), readFront()]);
  return (
    <main id="content" className="page front">
      <JsonLd data={siteJsonLd(edition.site)} />
      <h1 className="sr-only">{edition.say('front.title', { site: edition.site.name })}</h1>
      {front.lead ? <FrontTop front={front} edition={edition} /> : <p>{edition.say('front.empty')}</p>}
      {front.sections.map((block, index) => (
        <SectionBlock key={block.href} block={block} index={index} edition={edition} />
      ))}
    </main>
  );
}
