import { isSameContent, type StoredDraft } from '#features/draft/model.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import type { AutosaveParts, LocalWords, RefusedBody, Save, SaveStatus, SendAnswer } from './saving.ts';

/** Milliseconds without a key pressed before words are sent; and before the second, third … try after a failure. */
const pause = 1000;
const retries = [1000, 2000, 4000, 8000, 15_000, 30_000];

/**
 * Saves words while they are written: one save at a time, each with the version that it was written on. A save whose
 * answer is lost is sent again as it was until the answer is known. Words leave this browser's own keeping only once
 * the server has them.
 */
export class Autosave {
  readonly #parts: AutosaveParts;
  #stored: StoredDraft;
  #words: DraftContent;
  /** What stands in the editor in place of the body of the words; until it is mended nothing new is sent. */
  #refused: RefusedBody | null = null;
  #pending: Save | null = null;
  #chosen = false;
  /** What was chosen in a conflict and follows once one's own words are kept. */
  #next: DraftContent | null = null;
  #status: SaveStatus;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;
  #isKept = true;
  #stopped = false;

  constructor(stored: StoredDraft, parts: AutosaveParts) {
    this.#parts = parts;
    this.#stored = stored;
    this.#words = stored.content;
    this.#status = { kind: 'saved', at: stored.savedAt };
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** The version on the server that the words on the screen began from. */
  get version(): number {
    return this.#stored.version;
  }

  /** What both sides of a conflict began from. */
  get base(): DraftContent {
    return this.#stored.content;
  }

  get isClean(): boolean {
    return !this.#pending && !this.#next && !this.#refused && isSameContent(this.#words, this.#stored.content);
  }

  /** Whether what is unsaved is kept in this browser; a browser may have no room, or be told to keep nothing. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /**
   * Notes what stands on the screen. It is kept in this browser at once and sent after a pause. A body that no story may
   * have stands beside the words until another change takes it away with null.
   */
  change(words: DraftContent, refused: RefusedBody | null = this.#refused): void {
    if (this.#next) this.#next = words;
    else this.#words = words;
    this.#refused = refused;
    if (this.isClean) {
      this.#settled();
      return;
    }
    this.#keepLocally();
    if (this.#status.kind === 'conflict') return;
    if (refused && !this.#pending) this.#say({ kind: 'refused', message: refused.why });
    else if (this.#status.kind === 'saved' || this.#status.kind === 'refused') this.#say({ kind: 'unsaved' });
    if (this.#status.kind === 'unsaved') this.#schedule(pause);
  }

  /** Sends what is unsaved now. Returns the version that holds the words on the screen, or null where there is none. */
  async settle(): Promise<number | null> {
    if (this.#status.kind === 'conflict') return null;
    while (!this.isClean) {
      const before = this.#words;
      await this.#run();
      if (this.#status.kind !== 'saved' && this.#status.kind !== 'unsaved') return null;
      // Somebody goes on typing while this waits: what they had when they asked is saved.
      if (!this.#chosen && this.#words !== before && isSameContent(before, this.#stored.content)) break;
    }
    return this.#stored.version;
  }

  /**
   * Goes on from a conflict with words that were chosen in view of the stored ones. Where they are not one's own, those
   * are saved first and then the chosen ones, so that the server keeps aside what either side had. Returns the body that
   * goes on standing in the editor because it cannot be saved, where nobody chose another.
   */
  resolve(words: DraftContent, stored: StoredDraft): RefusedBody | null {
    this.#adopt(stored);
    this.#chosen = true;
    if (!isSameContent({ ...words, body: this.#words.body }, words)) this.#refused = null;
    if (!isSameContent(words, this.#words)) this.#next = words;
    this.#goOn(0);
    return this.#refused;
  }

  /** Takes over what somebody else has saved. Does nothing, and says so, while own words are unsaved. */
  accept(stored: StoredDraft): boolean {
    if (!this.isClean || this.#running || stored.version <= this.#stored.version) return false;
    this.#adopt(stored);
    this.#words = stored.content;
    this.#settled();
    return true;
  }

  /**
   * Goes on from words that an earlier page of this browser could not send. A save whose answer that page did not hear is
   * sent again as it was: the server knows it where it has arrived, so that nobody is in conflict with themselves.
   */
  recover({ baseVersion, base, words, refused, pending }: LocalWords): void {
    const stored = this.#stored;
    if (isSameContent(words, stored.content) || (baseVersion === stored.version && !pending)) {
      this.change(words, refused);
      return;
    }
    this.#words = words;
    this.#refused = refused;
    this.#pending = pending;
    this.#stored = { ...stored, version: baseVersion, content: base };
    this.#keepLocally();
    if (!pending) this.#say({ kind: 'conflict', stored });
    else {
      this.#say({ kind: 'unsaved' });
      this.#schedule(0);
    }
  }

  /** Tries again at once, as when the line is back or somebody has signed in. */
  retry(): void {
    if (this.#status.kind === 'unreachable' || this.#status.kind === 'signed-out') void this.#run();
  }

  /** Saves by itself again after a stop. */
  start(): void {
    this.#stopped = false;
    if (!this.isClean) this.#schedule(pause);
  }

  /** Ends the saving by itself for good: what is unsaved is sent once more, now. Fulfilled when that is answered. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.settle();
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    if (this.isClean || this.#status.kind === 'conflict') return;
    if (this.#refused && !this.#pending) {
      this.#say({ kind: 'refused', message: this.#refused.why });
      return;
    }
    const save = this.#pending ?? {
      baseVersion: this.#stored.version,
      saveId: this.#parts.newId(),
      content: this.#words,
      chosen: this.#chosen,
    };
    this.#pending = save;
    this.#keepLocally();
    this.#say({ kind: 'saving' });
    this.#hear(save, await this.#parts.send(save));
  }

  #hear(save: Save, answer: SendAnswer): void {
    switch (answer.kind) {
      case 'saved':
        this.#adopt({ version: answer.version, content: save.content, savedBy: null, savedAt: answer.savedAt });
        this.#chosen = false;
        this.#takeNext();
        this.#goOn(this.#chosen ? 0 : pause);
        break;
      case 'conflict':
        this.#pending = null;
        if (!this.#refused && isSameContent(answer.stored.content, this.#words)) {
          this.#adopt(answer.stored);
          this.#settled();
        } else this.#say(answer);
        break;
      case 'refused':
        this.#pending = null;
        this.#say(answer);
        break;
      case 'signed-out':
        this.#say(answer);
        break;
      case 'unreachable':
        this.#say(answer);
        this.#schedule(retries[Math.min(this.#failures, retries.length - 1)] as number);
        this.#failures += 1;
        break;
    }
  }

  #takeNext(): void {
    if (!this.#next) return;
    this.#words = this.#next;
    this.#next = null;
    this.#chosen = true;
  }

  #goOn(milliseconds: number): void {
    if (this.isClean) {
      this.#settled();
      return;
    }
    this.#keepLocally();
    this.#say(this.#refused ? { kind: 'refused', message: this.#refused.why } : { kind: 'unsaved' });
    if (!this.#refused) this.#schedule(milliseconds);
  }

  #adopt(stored: StoredDraft): void {
    this.#stored = stored;
    this.#pending = null;
    this.#failures = 0;
  }

  #settled(): void {
    clearTimeout(this.#timer);
    this.#parts.keepLocally(null);
    this.#isKept = true;
    this.#say({ kind: 'saved', at: this.#stored.savedAt });
  }

  #keepLocally(): void {
    const { version, content } = this.#stored;
    const words = this.#next ?? this.#words;
    const [refused, pending] = [this.#refused, this.#pending];
    const isKept = this.#parts.keepLocally({ baseVersion: version, base: content, words, refused, pending });
    if (isKept === this.#isKept) return;
    this.#isKept = isKept;
    this.#say(this.#status);
  }

  #say(status: SaveStatus): void {
    this.#status = status;
    this.#parts.onStatus(status, this.#isKept);
  }
}
