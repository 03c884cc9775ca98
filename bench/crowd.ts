import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createArticle } from '#features/article/commands/create-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { articleHref } from '#features/article/href.ts';
import { bodyFromPlainText } from '#features/body/from-plain-text.ts';
import { systemActor } from '#features/user/actor.ts';

export interface Load {
  readonly articles: readonly string[];
  readonly lists: readonly string[];
  /** Of stories to be voted for and viewed. */
  readonly ids: readonly string[];
  readonly section: { readonly id: string; readonly slug: string };
}

const actor = systemActor('benchmark');
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const encodings = ['identity', 'gzip', 'br'] as const;
/** How long each of them rests between two things that they do, in milliseconds. */
const pauses = { reader: 40, lister: 200, voter: 50, viewer: 40, publisher: 3000 } as const;
const readers = 4;

/** People who read, vote and publish until they are stopped, and what became of each of their requests. */
export class Crowd {
  readonly answered = new Map<string, number>();
  readonly failed: string[] = [];
  readonly #url: string;
  readonly #load: Load;
  readonly #stopped = new AbortController();

  constructor(url: string, load: Load) {
    this.#url = url;
    this.#load = load;
  }

  async run(): Promise<void> {
    await Promise.all([
      ...Array.from({ length: readers }, () => this.#again(pauses.reader, () => this.#read())),
      this.#again(pauses.lister, () => this.#get('lists', oneOf(this.#load.lists))),
      this.#again(pauses.voter, () => this.#vote()),
      this.#again(pauses.viewer, () => this.#view()),
      this.#again(pauses.publisher, () => this.#publish()),
    ]);
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #again(pause: number, act: () => Promise<void>): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      await act();
      await sleep(pause);
    }
  }

  /** Most read what many read, some what few do, and now and then somebody asks for what is not there. */
  async #read(): Promise<void> {
    const { articles } = this.#load;
    const chance = randomInt(100);
    if (chance < 2) await this.#get('pages that are not there', `/none/${randomBytes(6).toString('hex')}`, 404);
    else await this.#get('stories', chance < 60 ? oneOf(articles.slice(0, 50)) : oneOf(articles));
  }

  async #vote(): Promise<void> {
    const body = JSON.stringify({ articleId: oneOf(this.#load.ids), intent: 'vote' });
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address() };
    await this.#ask('votes', '/api/votes', { method: 'POST', body, headers }, 200);
  }

  async #view(): Promise<void> {
    const body = new URLSearchParams({ article: oneOf(this.#load.ids) });
    const headers = { 'user-agent': browser, 'x-forwarded-for': address(), 'sec-fetch-site': 'same-origin' };
    await this.#ask('views', '/api/views', { method: 'POST', body, headers }, 204);
  }

  /** Writes a story, publishes it and reads it; every third is taken back. */
  async #publish(): Promise<void> {
    const headline = `Soak ${randomBytes(8).toString('hex')}`;
    const body = bodyFromPlainText(
      Array.from({ length: 6 }, () => 'Somebody says what happened. '.repeat(9)).join('\n\n'),
    );
    try {
      const content = { headline, sectionId: this.#load.section.id, body };
      const { articleId } = await createArticle(actor, { content });
      const { slug } = await publishArticle(actor, { articleId });
      this.#note('published');
      await this.#get('stories just published', articleHref(this.#load.section.slug, slug));
      if (randomInt(3) === 0) await unpublishArticle(actor, { articleId });
    } catch (error) {
      this.failed.push(`publishing: ${error}`);
    }
  }

  #get(what: string, path: string, status = 200): Promise<void> {
    return this.#ask(what, path, { headers: { 'accept-encoding': oneOf(encodings), 'user-agent': browser } }, status);
  }

  async #ask(what: string, path: string, init: RequestInit, status: number): Promise<void> {
    try {
      const response = await fetch(this.#url + path, { ...init, signal: AbortSignal.timeout(30_000) });
      await response.arrayBuffer();
      if (response.status === status) this.#note(what);
      else this.failed.push(`${path} answered ${response.status}`);
    } catch (error) {
      this.failed.push(`${path}: ${error}`);
    }
  }

  #note(what: string): void {
    this.answered.set(what, (this.answered.get(what) ?? 0) + 1);
  }
}

const oneOf = <Value>(values: readonly Value[]): Value => values[randomInt(values.length)] as Value;

/** Of a network of its own, as a proxy would tell it. */
const address = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
