import { parseInput } from '#features/command/parse-input.ts';
import { noteEditor } from '#features/draft/commands/note-editor.ts';
import { noteEditorInput } from '#features/draft/schema.ts';
import { deskAnswer, sentJson } from '#features/session/desk-answer.ts';

/** A sign of life from somebody who has the story open. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return deskAnswer(async (actor) =>
    noteEditor(actor, parseInput(noteEditorInput, { ...(await sentJson(request)), articleId: id })),
  );
}
