import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('a table is written for spreadsheets, with its mark', () => {
  const table = csv(['at', 'headline', 'views'], [[new Date('2026-11-01T12:00:00Z'), 'Ships, "lost"\nat sea', 3]]);
  expect(table).toBe('\uFEFFat,headline,views\r\n2026-11-01T12:00:00.000Z,"Ships, ""lost""\nat sea",3\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
  'the words %j are no formula, but a number below zero is a number',
  (words) => {
    expect(csv(['a'], [[words]]).split('\r\n')[1]).toMatch(/^"?'/);
    expect(csv(['a'], [[-5]])).toContain('\n-5');
  },
);
