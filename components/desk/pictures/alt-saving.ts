import type { Unsaved } from '#components/desk/leave/unsaved.ts';
import type { Answer } from './ask-server.ts';

export type AltState =
  | { readonly kind: 'same' | 'saving' | 'saved' }
  | { readonly kind: 'failed'; readonly message: string };

interface AltParts {
  readonly send: (words: string) => Promise<Answer<unknown>>;
  readonly onState: (state: AltState) => void;
}

/** Milliseconds without a key pressed before the words are sent. */
const pause = 1000;

/** Saves what a picture shows while it is written: one save at a time, so that the last words are the last to arrive. */
export class AltSaving implements Unsaved {
  /** These words stand nowhere but here until the server has them. */
  readonly isKept = false;
  readonly #parts: AltParts;
  #saved: string;
  #words: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;

  constructor(saved: string, parts: AltParts) {
    this.#parts = parts;
    this.#saved = saved;
    this.#words = saved;
  }

  get isClean(): boolean {
    return this.#words.trim() === this.#saved;
  }

  change(words: string): void {
    this.#words = words;
    this.#parts.onState({ kind: 'same' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), pause);
  }

  settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    while (!this.isClean) {
      const words = this.#words.trim();
      this.#parts.onState({ kind: 'saving' });
      const answer = await this.#parts.send(words);
      if (!answer.ok) {
        this.#parts.onState({ kind: 'failed', message: answer.error.message });
        return;
      }
      this.#saved = words;
      this.#parts.onState({ kind: 'saved' });
    }
  }
}
