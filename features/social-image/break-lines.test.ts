import { expect, test } from 'vitest';
import { breakLines, cutWithEllipsis } from './break-lines.ts';

const measure = (text: string) => [...text].length;
const lines = (text: string, language: string, width: number) => breakLines(text, language, width, measure).lines;

test('lines end at spaces and after hyphens', () => {
  expect(lines('Ships leave the harbour', 'en', 12)).toEqual(['Ships leave', 'the harbour']);
  expect(lines('A well-known ship', 'en', 7)).toEqual(['A well-', 'known', 'ship']);
  expect(lines("“Don't stop,” he said", 'en', 13)).toEqual(["“Don't stop,”", 'he said']);
});

test('where words have no spaces a line ends between them, and none begins with a full stop or ends with a bracket', () => {
  const text = '港町の連絡船、三年ぶりに運航再開へ。「島の暮らしが戻る」と住民ら歓迎。';
  for (let width = 5; width < 20; width += 1) {
    const { lines: broken } = breakLines(text, 'ja', width, measure);
    expect(broken.join('')).toBe(text);
    expect(broken.filter((line) => /^[、。」]|[「]$/.test(line))).toEqual([]);
  }
  expect(lines('เรือข้ามฟากกลับมา', 'th', 11).join('')).toBe('เรือข้ามฟากกลับมา');
});

test('a word that is wider than a line is broken, and that is said', () => {
  expect(breakLines('aaaaaaaa b', 'en', 3, measure)).toEqual({ lines: ['aaa', 'aaa', 'aa', 'b'], whole: false });
  expect(breakLines('aaa b', 'en', 3, measure).whole).toBe(true);
});

test('a text is cut between characters as readers count them', () => {
  expect(cutWithEllipsis('abcdef', 4, measure)).toBe('abc…');
  expect(cutWithEllipsis('ab👩🏽‍🚀👩🏽‍🚀', 8, measure)).toBe('ab👩🏽‍🚀…');
  expect(cutWithEllipsis('abc', 3, measure)).toBe('abc');
});
