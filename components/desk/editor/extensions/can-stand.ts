import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { storySchema } from './story-extensions.ts';

/** Whether the editor can show this as a story's words, whether or not a story may have them. */
export function canStand(json: unknown): boolean {
  try {
    Node.fromJSON(getSchema(storySchema), json).check();
    return true;
  } catch {
    return false;
  }
}
