import type { PublishReceipt } from '#features/draft/commands/publish-draft.ts';
import type { EditedArticle } from '#features/draft/dto.ts';
import { sayMoment } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';
import { type Decision as AnyDecision, wordsOf } from './decisions.ts';

/** What somebody is told once a thing is done with a story. */
export interface Receipt {
  readonly title: string;
  readonly text: string;
  /** The story's address on the site, where readers have found it or are to find it. */
  readonly href: string | null;
  /** Where readers find the story at this moment: only then is there something to be seen as they see it. */
  readonly readAt: string | null;
  /** Whether readers are still to see it. */
  readonly isToCome: boolean;
  /** Whether readers are to find the story now, or no more; null where nothing is to be looked at. */
  readonly expected: 'there' | 'gone' | null;
}

/** After a deletion there is nothing to tell of any more. */
type Decision = Exclude<AnyDecision, 'delete'>;

type Known = Pick<EditedArticle, 'publicNow' | 'publicNext' | 'wasPublic'>;

/** The receipt of a publication, of a story that stood like this before. */
export function publishedReceipt(made: PublishReceipt, { publicNow }: Known, timeZone: string): Receipt {
  const { href, isPublic } = made;
  if (isPublic) {
    const [title, text] = [say('editor.receipt.published'), say('editor.receipt.publishedText')];
    return { title, text, href, readAt: href, isToCome: false, expected: 'there' };
  }
  const from = Math.max(Date.parse(made.from), Date.parse(made.embargoUntil ?? made.from));
  const text = say('editor.receipt.scheduledText', { when: sayMoment(new Date(from), timeZone) });
  const readAt = publicNow?.href ?? null;
  return { title: say('editor.receipt.scheduled'), text, href, readAt, isToCome: true, expected: null };
}

/** The receipt of any other decision, about a story that stood like this before; `at` is the time that was given. */
export function decidedReceipt(decision: Decision, article: Known, at: Date | null, timeZone: string): Receipt {
  const { publicNow, publicNext } = article;
  const later = at !== null && at.getTime() > Date.now() ? at : null;
  const leaves = decision === 'kill' || (decision === 'unpublish' && !later) || (decision === 'embargo' && later);
  const href = (publicNow ?? publicNext)?.href ?? null;
  return {
    title: say(`editor.receipt.${wordsOf(decision, article)}`),
    text: later ? laterText(decision, sayMoment(later, timeZone)) : textOf(decision, article),
    href,
    readAt: leaves ? null : readAtAfter(decision, article),
    isToCome: !leaves,
    expected: publicNow && leaves ? 'gone' : null,
  };
}

const laterText = (decision: Decision, when: string): string =>
  say(decision === 'embargo' ? 'editor.receipt.embargoAt' : 'editor.receipt.unpublishAt', { when });

function textOf(decision: Decision, article: Known): string {
  const { publicNow, wasPublic } = article;
  if (decision === 'kill' && !publicNow)
    return say(wasPublic ? 'editor.receipt.killGoneText' : 'editor.receipt.killNeverText');
  return say(`editor.receipt.${wordsOf(decision, article)}Text`);
}

/** What an embargo alone has hidden is public once it is lifted. */
function readAtAfter(decision: Decision, { publicNow, publicNext }: Known): string | null {
  const isFreed = decision === 'embargo' && publicNext && Date.parse(publicNext.from) <= Date.now();
  return (publicNow ?? (isFreed ? publicNext : null))?.href ?? null;
}
