import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './desk.css';
import { Toaster } from '#components/ui/toast.client.tsx';
import { siteIcons } from '#features/site/model.ts';
import { readSite } from '#features/site/queries.ts';
import { say } from '#lib/desk-words.ts';

export const dynamic = 'force-dynamic';

export const viewport: Viewport = { colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readSite();
  return {
    title: { default: say('shell.pageTitle', { page: say('shell.title'), name }), template: `%s – ${name}` },
    icons: siteIcons,
    robots: { index: false, follow: false },
  };
}

/** The editors' side, apart from the readers': its own document, its own look, with scripts. Its words are English. */
export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
