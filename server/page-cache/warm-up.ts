import { Background } from './background.ts';

interface WarmUpOptions {
  /** Renders the page under this key if it is not there; it does not reject. */
  readonly render: (key: string) => Promise<unknown>;
  /** Whether readers wait for pages. */
  readonly busy: () => boolean;
}

/** How many pages are rendered after a purge: those that a reader will most likely ask for next. */
const most = 40;

/**
 * Renders pages that were purged before a reader asks for them, one at a time and only while no reader waits. A page
 * that is purged again and again, as by an import, is rendered as often as there is time for.
 */
export class WarmUp {
  readonly #render: WarmUpOptions['render'];
  readonly #background: Background;

  constructor({ render, busy }: WarmUpOptions) {
    this.#render = render;
    this.#background = new Background({ busy, longest: most, pause: 5 });
  }

  /** Takes on these pages: the front first, then lists and feeds, then what lies deeper. */
  add(keys: readonly string[]): void {
    const ordered = keys.toSorted((one, other) => depth(one) - depth(other));
    for (const key of ordered.slice(0, most)) {
      this.#background.add(key, async () => {
        await this.#render(key);
      });
    }
  }

  /** The same, when it is known which. */
  addLater(keys: Promise<readonly string[]> | undefined): void {
    void keys?.then((known) => this.add(known));
  }

  /** Resolves when nothing waits any more. */
  idle(): Promise<void> {
    return this.#background.idle();
  }
}

const depth = (key: string): number => (key === '/' ? 0 : key.split('/').length);
