import type { Metadata } from 'next';
import { BeginStory } from '#components/desk/editor/begin-story.client.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { beginStory } from '#features/draft/actions.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { say } from '#lib/desk-words.ts';

export const metadata: Metadata = { title: say('editor.new') };

export default async function NewArticlePage() {
  await requireSignedIn();
  return (
    <>
      <PageTitle title={say('editor.new')} />
      <BeginStory begin={beginStory} />
    </>
  );
}
