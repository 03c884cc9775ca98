/** Something on the page that may not be saved yet. */
export interface Unsaved {
  readonly isClean: boolean;
  /** Whether this browser keeps what is unsaved, so that it comes back with the page. */
  readonly isKept: boolean;
  /** Saves now what can be saved. */
  readonly settle: () => Promise<unknown>;
}

const watched = new Set<Unsaved>();
let askFirst: ((go: () => void) => void) | null = null;

/** Has whoever leaves the page wait for this to be saved. Returns what ends that. */
export function watchUnsaved(thing: Unsaved): () => void {
  watched.add(thing);
  return () => void watched.delete(thing);
}

export const isAllSaved = (): boolean => [...watched].every(({ isClean }) => isClean);

/** Whether what is unsaved is still there when somebody comes back. */
export const isAllKept = (): boolean => [...watched].every(({ isClean, isKept }) => isClean || isKept);

/** Saves all that can be saved now. */
export async function settleAll(): Promise<void> {
  await Promise.all([...watched].map((thing) => thing.settle()));
}

/** The one door by which the desk's own pages are left: opens once all is saved, and asks first where it cannot be. */
export async function leaveBy(go: () => void): Promise<void> {
  if (!isAllSaved()) await settleAll();
  if (isAllSaved() || !askFirst) go();
  else askFirst(go);
}

/** Who is asked where something cannot be saved: called with what is to be done if the answer is to leave. */
export function answerAtDoor(ask: (go: () => void) => void): () => void {
  askFirst = ask;
  return () => {
    if (askFirst === ask) askFirst = null;
  };
}
