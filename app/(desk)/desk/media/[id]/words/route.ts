import { parseInput } from '#features/command/parse-input.ts';
import { describePicture } from '#features/media/commands/describe-picture.ts';
import { describePictureInput } from '#features/media/schema.ts';
import { deskAnswer, sentJson } from '#features/session/desk-answer.ts';

type Context = { params: Promise<{ id: string }> };

/** Changes what is said about a picture, from where it is chosen. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return deskAnswer(async (actor) =>
    describePicture(actor, parseInput(describePictureInput, { ...(await sentJson(request)), assetId: id })),
  );
}
