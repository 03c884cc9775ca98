import { expect, test } from 'vitest';
import { progressOn } from './progress-bar.ts';

/** What is written where nobody watches. */
function written(work: (report: ReturnType<typeof progressOn>['report']) => void): string {
  const lines: string[] = [];
  const { report, end } = progressOn({ isTTY: false, write: (line: string) => lines.push(line) } as never);
  work(report);
  end();
  return lines.join('').replaceAll(/\d+\.\d s/g, 'TIME');
}

test('where nobody watches, each phase is one line when it has ended', () => {
  const text = written((report) => {
    for (const done of [0, 50, 100]) report('Stories', done, 100);
    for (const done of [0, 3]) report('Importing', done, 3, `${done} imported`);
  });
  expect(text).toBe('Stories: 100, in TIME\nImporting: 3 imported, in TIME\n');
});

test('a phase that fails half-way says nothing of an end', () => {
  expect(written((report) => report('Stories', 50, 100))).toBe('');
});
