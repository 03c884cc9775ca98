import type { Metadata } from 'next';
import { StoryEditor } from '#components/desk/editor/story-editor.client.tsx';
import {
  archiveStory,
  deleteStory,
  embargoStory,
  killStory,
  restoreStory,
  returnStory,
  unpublishStory,
} from '#features/article/actions.ts';
import {
  addByline,
  addTag,
  askAddress,
  findBylines,
  findTags,
  keepVersion,
  publishStory,
  submitStory,
} from '#features/draft/actions.ts';
import { readEditorPage } from '#features/draft/queries-page.ts';
import { previewStory } from '#features/preview/actions.ts';
import { requireSignedIn } from '#features/session/queries.ts';
import { say } from '#lib/desk-words.ts';
import { toResult } from '#lib/result.ts';
import { refusedPage } from '../../../../refused-page.tsx';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: say('editor.title') };

const actions = {
  ...{
    addByline,
    addTag,
    archiveStory,
    askAddress,
    deleteStory,
    embargoStory,
    findBylines,
    findTags,
    keepVersion,
    killStory,
  },
  ...{ previewStory, publishStory, restoreStory, returnStory, submitStory, unpublishStory },
};

export default async function EditorPage({ params }: Props) {
  const [actor, { id }] = await Promise.all([requireSignedIn(), params]);
  const result = await toResult(() => readEditorPage(actor, id));
  if (!result.ok) return refusedPage(result.error, '/desk/articles');
  return <StoryEditor {...result.data} user={{ id: actor.id }} actions={actions} />;
}
