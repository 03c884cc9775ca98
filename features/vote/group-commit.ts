import { Refusal } from '#lib/errors.ts';

interface GroupCommit<Item, Answer> {
  /** Commits all items or none, and answers them in their order. No two of them have the same key. */
  readonly commit: (items: readonly Item[]) => Promise<readonly Answer[]>;
  readonly keyOf: (item: Item) => string;
  /** Whether a batch that failed with this error may succeed item by item; else all of it fails with the error. */
  readonly worthRetrying: (error: unknown) => boolean;
  /** The most items of one batch. */
  readonly largest: number;
  /** The most items that wait; whoever comes then is refused at once. */
  readonly longestQueue: number;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly key: string;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits together what arrives together, in the way of databases' group commit and of DataLoader's batching: while one
 * batch is being committed the next collects, so that nobody waits for a timer and a busy moment makes large batches.
 * Each item is answered after its own commit. Items with the same key go into batches of their own, in the order in which
 * they came. Throws what `commit` throws for the item alone, and `Refusal` 'unavailable' where too many wait.
 */
export function groupCommit<Item, Answer>(options: GroupCommit<Item, Answer>) {
  const { keyOf, largest, longestQueue } = options;
  let queue: Waiting<Item, Answer>[] = [];
  let working = false;

  async function work(): Promise<void> {
    working = true;
    // What else arrives in this turn of the event loop belongs to the first batch too.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (queue.length > 0) {
      const batch = takeBatch(queue, largest);
      queue = batch.left;
      await commitBatch(batch.taken, options);
    }
    working = false;
  }

  return (item: Item): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (queue.length >= longestQueue) {
        reject(new Refusal('unavailable', 'Too many are waiting just now. Please try again soon.'));
        return;
      }
      queue.push({ item, key: keyOf(item), resolve, reject });
      if (!working) void work();
    });
}

/** The next batch and what is left. A key that is in the batch already waits, and all that comes after it with that key. */
function takeBatch<Item, Answer>(queue: readonly Waiting<Item, Answer>[], largest: number) {
  const taken: Waiting<Item, Answer>[] = [];
  const repeated: Waiting<Item, Answer>[] = [];
  const keys = new Set<string>();
  let at = 0;
  for (; at < queue.length && taken.length < largest; at += 1) {
    const waiting = queue[at] as Waiting<Item, Answer>;
    (keys.has(waiting.key) ? repeated : taken).push(waiting);
    keys.add(waiting.key);
  }
  return { taken, left: [...repeated, ...queue.slice(at)] };
}

async function commitBatch<Item, Answer>(
  batch: readonly Waiting<Item, Answer>[],
  { commit, worthRetrying }: Pick<GroupCommit<Item, Answer>, 'commit' | 'worthRetrying'>,
): Promise<void> {
  try {
    const answers = await commit(batch.map(({ item }) => item));
    if (answers.length !== batch.length) throw new Error(`${batch.length} asked, ${answers.length} were answered.`);
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
  } catch (error) {
    if (batch.length > 1 && worthRetrying(error)) {
      for (const waiting of batch) await commitBatch([waiting], { commit, worthRetrying });
    } else {
      for (const { reject } of batch) reject(error);
    }
  }
}
