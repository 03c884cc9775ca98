import type { Metadata } from 'next';
import { FrontTop } from '#components/front/front-top.tsx';
import { SectionBlock } from '#components/front/section-block.tsx';
import { readFront } from '#features/front/queries.ts';
import { readEdition } from './read-edition.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { site } = await readEdition();
  return { title: { absolute: site.name }, description: site.description };
}

export default async function FrontPage() {
  const [edition, front] = await Promise.all([readEdition(), readFront()]);
  return (
    <main id="content" className="page front">
      <h1 className="sr-only">{edition.say('front.title', { site: edition.site.name })}</h1>
      {front.lead ? <FrontTop front={front} edition={edition} /> : <p>{edition.say('front.empty')}</p>}
      {front.sections.map((block, index) => (
        <SectionBlock key={block.href} block={block} index={index} edition={edition} />
      ))}
    </main>
  );
}
