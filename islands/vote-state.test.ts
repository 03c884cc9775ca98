import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ShownVote, voteState } from './vote-state.ts';

/** A server with other readers' votes, whose answers come when the test says so. */
function setUp({ votes = 10, standing = false, holds = false } = {}) {
  const server = { votes, standing, held: standing && holds };
  const waiting: { answer: () => void; fail: (message: string) => void }[] = [];
  const shown: ShownVote[] = [];
  const state = voteState({
    votes,
    send: (intent) =>
      new Promise((resolve, reject) => {
        waiting.push({
          answer() {
            const wanted = intent === 'vote';
            if (!holds) server.votes += Number(wanted) - Number(server.standing);
            server.standing = wanted;
            server.held = wanted && holds;
            resolve({ ...server });
          },
          fail: (message) => reject(new Error(message)),
        });
      }),
    show: (next) => shown.push(next),
  });
  return { server, state, waiting, shown };
}

describe('a click', () => {
  test('is shown at once and settles with the number of the server', async () => {
    const { server, state, waiting, shown } = setUp();
    const done = state.toggle();
    expect(shown.at(-1)).toEqual({ votes: 11, standing: true, news: null });
    server.votes = 14;
    waiting[0]?.answer();
    await done;
    expect(shown.at(-1)).toEqual({ votes: 15, standing: true, news: 'counted' });
  });

  test('on a vote that stands withdraws it', async () => {
    const { state, waiting, shown } = setUp({ votes: 10, standing: true });
    state.learn({ votes: 10, standing: true, held: false });
    expect(shown.at(-1)).toEqual({ votes: 10, standing: true, news: null });
    const done = state.toggle();
    expect(shown.at(-1)).toEqual({ votes: 9, standing: false, news: null });
    waiting[0]?.answer();
    await done;
    expect(shown.at(-1)).toEqual({ votes: 9, standing: false, news: 'withdrawn' });
  });

  test('that fails is taken back with the reason, and the next one works', async () => {
    const { state, waiting, shown } = setUp();
    const done = state.toggle();
    waiting[0]?.fail('Too fast.');
    await done;
    expect(shown.at(-1)).toMatchObject({ votes: 10, standing: false, news: { message: 'Too fast.' } });
    const again = state.toggle();
    waiting[1]?.answer();
    await again;
    expect(shown.at(-1)).toEqual({ votes: 11, standing: true, news: 'counted' });
  });

  test('on a vote that is held says so, and neither it nor its withdrawal changes the number', async () => {
    const { state, waiting, shown } = setUp({ holds: true });
    const done = state.toggle();
    waiting[0]?.answer();
    await done;
    expect(shown.at(-1)).toEqual({ votes: 10, standing: true, news: 'held' });
    const back = state.toggle();
    expect(shown.at(-1)).toEqual({ votes: 10, standing: false, news: null });
    waiting[1]?.answer();
    await back;
    expect(shown.at(-1)).toEqual({ votes: 10, standing: false, news: 'withdrawn' });
  });

  test('outruns the answer to what stood when the page was opened', () => {
    const { state, shown } = setUp();
    void state.toggle();
    state.learn({ votes: 10, standing: false, held: false });
    expect(shown.at(-1)).toEqual({ votes: 11, standing: true, news: null });
  });
});

test('however a reader clicks, what is shown last is what the server holds', async () => {
  const step = fc.constantFrom('click', 'answer', 'fail');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), fc.boolean(), async (steps, standing, holds) => {
      const { server, state, waiting, shown } = setUp({ standing, holds });
      state.learn({ ...server });
      const clicks: Promise<void>[] = [];
      const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
      for (const what of steps) {
        if (what === 'click') clicks.push(state.toggle());
        else if (what === 'answer') waiting.shift()?.answer();
        else waiting.shift()?.fail('no');
        expect(waiting.length).toBeLessThanOrEqual(1);
        await turn();
      }
      while (waiting.length > 0) {
        waiting.shift()?.answer();
        await turn();
      }
      await Promise.all(clicks);
      expect(shown.at(-1)).toMatchObject({ votes: server.votes, standing: server.standing });
    }),
  );
});
