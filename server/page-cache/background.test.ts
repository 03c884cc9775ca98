import { expect, test } from 'vitest';
import { Background } from './background.ts';

test('work is done one piece at a time, each key once, in the order in which it came', async () => {
  const done: string[] = [];
  let running = 0;
  const background = new Background({ busy: () => false, longest: 10 });
  const piece = (name: string) => async () => {
    running += 1;
    expect(running).toBe(1);
    await Promise.resolve();
    running -= 1;
    done.push(name);
  };
  background.add('a', piece('a'));
  background.add('b', piece('b'));
  background.add('a', piece('a again'));
  await background.idle();
  expect(done).toEqual(['a again', 'b']);
});

test('nothing is done while readers wait, and all of it after', async () => {
  let looks = 0;
  const busy = () => {
    looks += 1;
    return looks < 4;
  };
  const done: number[] = [];
  const background = new Background({ busy, longest: 10, pause: 1 });
  background.add('a', async () => void done.push(looks));
  await background.idle();
  expect(done).toEqual([4]);
});

test('beyond its length nothing more is taken on', async () => {
  const background = new Background({ busy: () => false, longest: 1 });
  const work = () => Promise.resolve();
  expect([background.add('a', work), background.add('b', work), background.add('a', work)]).toEqual([
    true,
    false,
    true,
  ]);
  await background.idle();
});
