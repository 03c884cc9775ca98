import { expect, test } from 'vitest';
import { StartProblem } from '#lib/start-problem.ts';
import { keepDatabase } from './keep-database.ts';

const quick = { lookMilliseconds: 1, pauses: [0, 1, 1] };

test('a database that dies as often as it is started is given up in one sentence', async () => {
  let starts = 0;
  const dying = { logFile: '/data/postgres.log', isRunning: () => false, restart: async () => void starts++ };
  const { signal } = new AbortController();
  const kept = keepDatabase(dying, { ...quick, signal, log: () => undefined });
  await expect(kept).rejects.toThrow(
    /^The database ended again after 3 new starts; see \/data\/postgres\.log, [^.]+\.$/,
  );
  expect(starts).toBe(3);
});

test('a database that cannot be started again is given up with the reason', async () => {
  const lines: string[] = [];
  const full = new StartProblem('The disk that holds it is full; free some space.');
  const broken = { logFile: '', isRunning: () => false, restart: () => Promise.reject(full) };
  const { signal } = new AbortController();
  await expect(keepDatabase(broken, { ...quick, signal, log: (line) => lines.push(line) })).rejects.toBe(full);
  expect(lines.filter((line) => line === full.message)).toHaveLength(2);
});

test('a database that was well for long has all its attempts again', async () => {
  let looks = 0;
  const stop = new AbortController();
  const ailing = {
    logFile: '',
    isRunning: () => ++looks % 20 !== 0,
    restart: async () => (looks > 200 ? stop.abort() : undefined),
  };
  const kept = keepDatabase(ailing, { ...quick, wellMilliseconds: 5, signal: stop.signal, log: () => undefined });
  await expect(kept).rejects.toMatchObject({ name: 'AbortError' });
});
