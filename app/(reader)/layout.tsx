import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import './reader.css';
import { SiteFooter } from '#components/site/site-footer.tsx';
import { SiteHeader } from '#components/site/site-header.tsx';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { readerScript } from '#lib/assets.ts';
import { directionOf } from '#lib/language.ts';
import { readEdition } from './read-edition.ts';

export const dynamic = 'force-dynamic';

/** Made by scripts/build/fonts.ts. Until it is there, a face of the same measures stands in for it (reader.css). */
const sourceSerif = localFont({
  src: '../../public/assets/source-serif.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-serif',
  adjustFontFallback: false,
});

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const { site } = await readEdition();
  return { metadataBase: new URL(site.url), icons: { icon: '/favicon.svg' } };
}

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const [edition, sections] = await Promise.all([readEdition(), readSections()]);
  const { site, say } = edition;
  const script = readerScript();
  return (
    <html lang={site.language} dir={directionOf(site.language)} className={sourceSerif.variable}>
      <body>
        <a href="#content" className="skip-link">
          {say('site.skip')}
        </a>
        <SiteHeader
          sections={sections.top.map(({ name, slug }) => ({ name, href: sectionHref(slug) }))}
          edition={edition}
        />
        {children}
        <SiteFooter edition={edition} />
        {script && <script type="module" src={script} data-island="reader" />}
      </body>
    </html>
  );
}
