import { parseInput } from '#features/command/parse-input.ts';
import { saveDraft } from '#features/draft/commands/save-draft.ts';
import { readEditedArticle } from '#features/draft/queries.ts';
import { saveDraftInput } from '#features/draft/schema.ts';
import { deskAnswer, sentJson } from '#features/session/desk-answer.ts';

type Context = { params: Promise<{ id: string }> };

/** The working copy as it is stored. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return deskAnswer(async (actor) => (await readEditedArticle(actor, id)).draft);
}

/** Saves words as they are typed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return deskAnswer(async (actor) =>
    saveDraft(actor, parseInput(saveDraftInput, { ...(await sentJson(request)), articleId: id })),
  );
}
