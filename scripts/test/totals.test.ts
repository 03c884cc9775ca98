import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatTotals, readTotals } from './totals.ts';

test('the reports of all runners are added up, and a flaky test has failed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'totals-'));
  const vitest = { numPassedTests: 10, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, success: false };
  const playwright = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3, duration: 7 } };
  await writeFile(join(folder, 'vitest-unit.json'), JSON.stringify(vitest));
  await writeFile(join(folder, 'playwright.json'), JSON.stringify(playwright));
  expect(formatTotals(await readTotals(folder, ['playwright.json']))).toBe('15 passed, 3 failed, 6 skipped');
  await rm(folder, { recursive: true });
});

test('without reports nothing was counted', async () => {
  expect(formatTotals(await readTotals('/nowhere', []))).toBe('0 passed, 0 failed, 0 skipped');
});

test('a report that should be there and is not is an error', async () => {
  await expect(readTotals('/nowhere', ['playwright.json'])).rejects.toThrow(/left no playwright\.json/);
});
