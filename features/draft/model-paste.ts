import { bodyFromHtml } from '#features/body/from-html.ts';
import type { BodyDocument } from '#features/body/schema.ts';
import { UnreadableBody } from '#features/body/valid-body.ts';

/** What somebody copied elsewhere as blocks of a story; null where nothing can be made of it. */
export function bodyOfHtml(html: string): BodyDocument | null {
  try {
    return bodyFromHtml(html);
  } catch (error) {
    if (error instanceof UnreadableBody) return null;
    throw error;
  }
}
