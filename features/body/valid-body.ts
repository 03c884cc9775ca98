import { atLeastOne } from './block-collector.ts';
import { type Block, type BodyDocument, bodyDocument } from './schema.ts';

/** Copy that cannot become a body; the message is one sentence for the person who brought it. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody';
}

/** Blocks as a body that the schema accepts, or `UnreadableBody` with the schema's sentence. */
export function validBody(blocks: Block[]): BodyDocument {
  const result = bodyDocument.safeParse({ type: 'doc', content: atLeastOne(blocks) });
  if (result.success) return result.data;
  throw new UnreadableBody(result.error.issues[0]?.message ?? 'The body is not made of known blocks.');
}

/** Runs a reader that recurses; markup nested so deep that the stack ends is the copy's fault. */
export function guarded<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UnreadableBody('The markup of the body is nested too deep to be read.', { cause: error });
  }
}
