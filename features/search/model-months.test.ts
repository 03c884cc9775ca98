import { expect, test } from 'vitest';
import { monthNames } from './model-months.ts';

const now = new Date('2026-03-31T23:30:00Z');
const at = (date: string) => ({ micros: String(Date.parse(date) * 1000), articleId: '' });

test.each([
  ['the newest', null, null, "'#2026-03' | '#2026-02'", '2026-02-02'],
  ['a last day', '2025-01-31', null, "'#2025-02' | '#2025-01'", '2025-01-02'],
  ['a day to come', '2027-05-05', null, "'#2026-03' | '#2026-02'", '2026-02-02'],
  ['a page further on', '2025-06-01', at('2025-01-15T10:00:00Z'), "'#2025-01' | '#2024-12'", '2024-12-02'],
])('from %s on two months are the first to be asked', (_, to, newest, names, first) => {
  expect(monthNames({ days: { to }, newest }, now)).toEqual({ names, first });
});
