import type {
  archiveStory,
  deleteStory,
  embargoStory,
  killStory,
  restoreStory,
  returnStory,
  unpublishStory,
} from '#features/article/actions.ts';
import type {
  addByline,
  addTag,
  askAddress,
  findBylines,
  findTags,
  keepVersion,
  publishStory,
  submitStory,
} from '#features/draft/actions.ts';
import type { previewStory } from '#features/preview/actions.ts';

/** What the editor can ask of the server; the page hands it down. */
export interface EditorActions {
  readonly addByline: typeof addByline;
  readonly addTag: typeof addTag;
  readonly archiveStory: typeof archiveStory;
  readonly askAddress: typeof askAddress;
  readonly deleteStory: typeof deleteStory;
  readonly embargoStory: typeof embargoStory;
  readonly findBylines: typeof findBylines;
  readonly findTags: typeof findTags;
  readonly keepVersion: typeof keepVersion;
  readonly killStory: typeof killStory;
  readonly previewStory: typeof previewStory;
  readonly publishStory: typeof publishStory;
  readonly restoreStory: typeof restoreStory;
  readonly returnStory: typeof returnStory;
  readonly submitStory: typeof submitStory;
  readonly unpublishStory: typeof unpublishStory;
}
