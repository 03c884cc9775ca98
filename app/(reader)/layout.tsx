import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import './reader.css';
import { SiteFooter } from '#components/site/site-footer.tsx';
import { SiteHeader } from '#components/site/site-header.tsx';
import { type Section, sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { siteIcons } from '#features/site/model.ts';
import { readerScript } from '#lib/assets.ts';
import { directionOf } from '#lib/language.ts';
import { palette } from '#lib/palette.ts';
import { readCurrentSection } from './current-section.ts';
import { readEdition } from './read-edition.ts';

export const dynamic = 'force-dynamic';

/*
 * The faces are made by scripts/build/fonts.ts. Until one is there, faces of the same measures stand in for it
 * (styles/faces.css). The slanted one is fetched only where something is set in it, and so are accents and rarer signs.
 */
const serif = localFont({
  src: [
    { path: '../../public/assets/source-serif-text.woff2', weight: '400', style: 'normal' },
    { path: '../../public/assets/source-serif-head.woff2', weight: '600 700', style: 'normal' },
  ],
  display: 'swap',
  variable: '--font-serif',
  adjustFontFallback: false,
});
const serifFurther = localFont({
  src: [
    { path: '../../public/assets/source-serif-text-further.woff2', weight: '400', style: 'normal' },
    { path: '../../public/assets/source-serif-head-further.woff2', weight: '600 700', style: 'normal' },
  ],
  display: 'swap',
  preload: false,
  variable: '--font-serif-further',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+A1-17F, U+2010-203A, U+2122, U+2212' }],
});
const italic = localFont({
  src: '../../public/assets/source-serif-italic.woff2',
  // Of one weight: where bold words are slanted, the browser thickens it.
  weight: '400',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-italic',
  adjustFontFallback: false,
});
const sans = localFont({
  src: '../../public/assets/public-sans.woff2',
  weight: '400 700',
  display: 'swap',
  variable: '--font-sans',
  adjustFontFallback: false,
});

const sansFurther = localFont({
  src: '../../public/assets/public-sans-further.woff2',
  weight: '400 700',
  display: 'swap',
  preload: false,
  variable: '--font-sans-further',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+A1-17F, U+2010-203A, U+2122, U+2212' }],
});
const faces = [serif, serifFurther, italic, sans, sansFurther].map(({ variable }) => variable).join(' ');

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const { site } = await readEdition();
  return { metadataBase: new URL(site.url), icons: siteIcons };
}

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  const [edition, sections, current] = await Promise.all([readEdition(), readSections(), readCurrentSection()]);
  const { site, say } = edition;
  const script = readerScript('reader');
  return (
    <html lang={site.language} dir={directionOf(site.language)} className={faces}>
      <body>
        {site.accent !== palette.accent[0] && (
          <link rel="stylesheet" href={`/assets/accent-${site.accent.slice(1)}.css`} precedence="accent" />
        )}
        <a href="#content" className="skip-link">
          {say('site.skip')}
        </a>
        <SiteHeader
          sections={sections.top.map((section) => ({
            ...linkOf(section),
            under: sections.childrenOf(section.id).map(linkOf),
          }))}
          current={current}
          edition={edition}
        />
        {children}
        <SiteFooter sections={sections.top.map(linkOf)} edition={edition} />
        {script && <script type="module" src={script} data-island="reader" />}
      </body>
    </html>
  );
}

const linkOf = ({ name, slug }: Section) => ({ name, href: sectionHref(slug) });
