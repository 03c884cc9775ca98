import { isSameContent, type StoredDraft } from '#features/draft/model.ts';
import type { DraftContent } from '#features/draft/schema.ts';

/** One save as it is sent. Sent again, it is the same: the server then knows it by its id. */
export interface Save {
  readonly baseVersion: number;
  readonly saveId: string;
  readonly content: DraftContent;
  readonly chosen: boolean;
}

export type SendAnswer =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: string }
  | { readonly kind: 'conflict'; readonly stored: StoredDraft }
  /** Nobody is signed in any more. */
  | { readonly kind: 'signed-out' }
  /** These words will not be taken as they are, however often they are sent. */
  | { readonly kind: 'refused'; readonly message: string }
  /** Whether the words arrived is not known. */
  | { readonly kind: 'unreachable' };

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'conflict'; readonly stored: StoredDraft }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' };

/** Words that are not on the server yet, as this browser keeps them. */
export interface LocalWords {
  readonly baseVersion: number;
  readonly base: DraftContent;
  readonly words: DraftContent;
}

export interface AutosaveParts {
  send(save: Save): Promise<SendAnswer>;
  /** Keeps words in this browser; null once the server has them. */
  keepLocally(words: LocalWords | null): void;
  newId(): string;
  onStatus(status: SaveStatus): void;
}

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
  #version: number;
  #stored: DraftContent;
  #savedAt: string | null;
  #words: DraftContent;
  #pending: Save | null = null;
  #chosen = false;
  /** What was chosen in a conflict and follows once one's own words are kept. */
  #next: DraftContent | null = null;
  #status: SaveStatus;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #failures = 0;

  constructor(stored: StoredDraft, parts: AutosaveParts) {
    this.#parts = parts;
    this.#version = stored.version;
    this.#stored = stored.content;
    this.#savedAt = stored.savedAt;
    this.#words = stored.content;
    this.#status = { kind: 'saved', at: stored.savedAt };
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** The version on the server that the words on the screen began from. */
  get version(): number {
    return this.#version;
  }

  /** What both sides of a conflict began from. */
  get base(): DraftContent {
    return this.#stored;
  }

  get isClean(): boolean {
    return !this.#pending && !this.#next && isSameContent(this.#words, this.#stored);
  }

  /** Notes what stands on the screen. It is kept in this browser at once and sent after a pause. */
  change(words: DraftContent): void {
    if (this.#next) {
      this.#next = words;
      this.#keepLocally();
      return;
    }
    this.#words = words;
    if (this.isClean) {
      this.#settled();
      return;
    }
    this.#keepLocally();
    if (this.#status.kind === 'conflict') return;
    if (this.#status.kind === 'saved' || this.#status.kind === 'refused') this.#say({ kind: 'unsaved' });
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
      if (!this.#chosen && this.#words !== before && isSameContent(before, this.#stored)) break;
    }
    return this.#version;
  }

  /**
   * Goes on from a conflict with words that were chosen in view of the stored ones. Where they are not one's own, those
   * are saved first and then the chosen ones, so that the server keeps aside what either side had.
   */
  resolve(words: DraftContent, stored: StoredDraft): void {
    this.#adopt(stored);
    this.#chosen = true;
    if (!isSameContent(words, this.#words)) this.#next = words;
    this.#goOn(0);
  }

  /** Takes over what somebody else has saved. Does nothing, and says so, while own words are unsaved. */
  accept(stored: StoredDraft): boolean {
    if (!this.isClean || this.#running || stored.version <= this.#version) return false;
    this.#adopt(stored);
    this.#words = stored.content;
    this.#settled();
    return true;
  }

  /** Goes on from words that an earlier page of this browser could not send. */
  recover({ baseVersion, base, words }: LocalWords, stored: StoredDraft): void {
    this.#words = words;
    if (baseVersion === stored.version || isSameContent(words, stored.content)) {
      this.change(words);
      return;
    }
    this.#stored = base;
    this.#version = baseVersion;
    this.#keepLocally();
    this.#say({ kind: 'conflict', stored });
  }

  /** Tries again at once, as when the line is back or somebody has signed in. */
  retry(): void {
    if (this.#status.kind === 'unreachable' || this.#status.kind === 'signed-out') void this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
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
    this.#pending ??= {
      baseVersion: this.#version,
      saveId: this.#parts.newId(),
      content: this.#words,
      chosen: this.#chosen,
    };
    const save = this.#pending;
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
        if (isSameContent(answer.stored.content, this.#words)) {
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
    this.#say({ kind: 'unsaved' });
    this.#schedule(milliseconds);
  }

  #adopt(stored: StoredDraft): void {
    this.#version = stored.version;
    this.#stored = stored.content;
    this.#savedAt = stored.savedAt;
    this.#pending = null;
    this.#failures = 0;
  }

  #settled(): void {
    clearTimeout(this.#timer);
    this.#parts.keepLocally(null);
    this.#say({ kind: 'saved', at: this.#savedAt });
  }

  #keepLocally(): void {
    const words = this.#next ?? this.#words;
    this.#parts.keepLocally({ baseVersion: this.#version, base: this.#stored, words });
  }

  #say(status: SaveStatus): void {
    this.#status = status;
    this.#parts.onStatus(status);
  }
}
