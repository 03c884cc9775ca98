import type { Metadata } from 'next';
import { PageTitle } from '#components/ui/page-title.tsx';
import { requireSignedIn } from '#features/session/queries.ts';
import { say } from '#lib/desk-words.ts';

export const metadata: Metadata = { title: say('shell.articles') };

export default async function ArticlesPage() {
  await requireSignedIn();
  return <PageTitle title={say('shell.articles')} />;
}
