import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from './page-cache.ts';
import { FakeSite, fakePage, settled } from './testing/fake-site.ts';

/** What is published, as the test knows it: a version of each tag, and a new edition each 100 ms. */
class Newsroom {
  readonly site = new FakeSite({ maxBytes, concurrentRenders: 3, waitingRenders: 4 });
  readonly versions = new Map(tags.map((tag) => [tag, 0]));
  /** The version that whoever asks from now on must get. */
  readonly purged = new Map(tags.map((tag) => [tag, 0]));
  /** The version before which nothing may ever be shown again. */
  readonly destroyed = new Map(tags.map((tag) => [tag, 0]));
  readonly missed: { tags: string[]; kind: 'refresh' | 'destroy' }[] = [];
  readonly failed = new Set<string>();
  readonly ended = new Set<number>();
  readonly read: Map<string, number>[] = [];
  trusted = true;
  asked = 0;
  answered = 0;
  readonly faults: string[] = [];

  edition(): number {
    return Math.floor(this.site.time / 100);
  }

  ask(url: string): void {
    const required = new Map(this.purged);
    const edition = this.edition();
    this.asked += 1;
    void this.site.ask(url).then(async ({ answer }) => this.check(url, required, edition, await answer));
  }

  check(url: string, required: ReadonlyMap<string, number>, edition: number, answer: Answer): void {
    this.answered += 1;
    if (answer.kind === 'failure') return;
    const shown = JSON.parse(answer.page.identity.body.toString()) as { edition: number; versions: [string, number][] };
    for (const [tag, version] of shown.versions) {
      if (this.trusted && version < (this.destroyed.get(tag) ?? 0)) this.faults.push(`${url} shows destroyed ${tag}`);
      if (!answer.stale && version < (required.get(tag) ?? 0)) this.faults.push(`${url} shows an old ${tag}`);
    }
    if (url === '/clock' && !answer.stale && shown.edition < edition) this.faults.push('an old edition');
    if (url === '/clock' && shown.edition + 3 <= this.edition()) this.faults.push('an edition that may not be shown');
    const refusals = this.site.cache.statistics.refused > 0;
    if (answer.stale && !this.failed.has(url) && !refusals) this.faults.push(`${url} is stale for no reason`);
  }

  /** Ends the nth render still under way, which showed the world as it was when it began or as it is now. */
  end(choice: number, how: 'as it began' | 'as it is' | 'failure'): void {
    const open = this.site.renders.map((_, index) => index).filter((index) => !this.ended.has(index));
    const index = open[choice % Math.max(1, open.length)];
    const render = index === undefined ? undefined : this.site.renders[index];
    if (!render || index === undefined) return;
    this.ended.add(index);
    const { url } = render.address;
    if (how === 'failure') {
      this.failed.add(url);
      render.end({ ok: false, status: 503 });
      return;
    }
    const edition = Math.floor(render.history.now / 100);
    const versions = how === 'as it is' ? this.versions : (this.read[index] ?? this.versions);
    const own = urls[url as keyof typeof urls] ?? [];
    const body = JSON.stringify({ edition, versions: own.map((tag) => [tag, versions.get(tag)]) });
    const clock = url === '/clock' ? { validUntil: (edition + 1) * 100, servableUntil: (edition + 3) * 100 } : {};
    // Not all the real pages fit into the store at once.
    const status = url === '/missing' ? 404 : 200;
    const size = url === '/missing' || url.includes('?') ? 150 : 1200;
    render.end({ ok: true, page: fakePage(body, { tags: own, status, size, ...clock }) });
  }

  purge(tag: string, kind: 'refresh' | 'destroy'): void {
    this.purged.set(tag, this.versions.get(tag) ?? 0);
    if (kind === 'destroy') this.destroyed.set(tag, this.versions.get(tag) ?? 0);
    const purge = { tags: [tag], kind };
    if (this.trusted) this.site.cache.purge(purge);
    else this.missed.push(purge);
  }

  trust(trusted: boolean): void {
    for (const purge of this.missed.splice(0)) this.site.cache.purge(purge);
    this.trusted = trusted;
    this.site.cache.trust(trusted);
  }

  /** Notes what renders that began just now have read. */
  async settle(): Promise<void> {
    await settled();
    await settled();
    while (this.read.length < this.site.renders.length) this.read.push(new Map(this.versions));
  }
}

const maxBytes = 6000;
const tags = ['article:1', 'section:1', 'front:home'];
const urls = {
  '/': ['front:home', 'article:1'],
  '/news': ['section:1', 'article:1'],
  '/news/a': ['article:1'],
  '/news/b': ['section:1'],
  '/missing': ['section:1'],
  '/search?q=a': ['article:1'],
  '/clock': ['front:home'],
};

type Step = (room: Newsroom) => void;
const tag = fc.constantFrom(...tags);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...Object.keys(urls)).map(
      (url): Step =>
        (room) =>
          room.ask(url),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.nat(5), fc.constantFrom('as it began' as const, 'as it is' as const)).map(
      ([choice, how]): Step =>
        (room) =>
          room.end(choice, how),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.nat(5).map(
      (choice): Step =>
        (room) =>
          room.end(choice, 'failure'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(tag, fc.constantFrom('refresh' as const, 'destroy' as const)).map(
      ([name, kind]): Step =>
        (room) => {
          room.versions.set(name, (room.versions.get(name) ?? 0) + 1);
          room.purge(name, kind);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: tag.map(
      (name): Step =>
        (room) =>
          room.versions.set(name, (room.versions.get(name) ?? 0) + 1),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 60, 400, 1000).map(
      (time): Step =>
        (room) =>
          (room.site.time += time),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (trusted): Step =>
        (room) =>
          room.trust(trusted),
    ),
  },
);

test('nobody gets what was purged before they asked, what is destroyed stays away, memory is bounded, all are answered', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const room = new Newsroom();
      for (const act of steps) {
        act(room);
        await room.settle();
        expect(room.faults).toEqual([]);
        expect(room.site.cache.statistics.bytes).toBeLessThanOrEqual(maxBytes);
      }
      while (room.ended.size < room.site.renders.length) {
        room.end(0, 'as it is');
        await room.settle();
      }
      expect(room.faults).toEqual([]);
      expect(room.answered).toBe(room.asked);
      expect(room.site.cache.statistics).toMatchObject({ rendering: 0, waiting: 0 });
    }),
    { numRuns: 1000 },
  );
});
