import { expect, test } from 'vitest';
import { BarChart } from './bar-chart.tsx';
import { plotSvg } from './plot-svg.ts';

const drawn = (name: string): string => plotSvg(BarChart({ bars: [{ name, human: 3, filtered: 1 }] }).props.draw(340));

test.each([
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]>&lt;&amp;',
  '\u202Eright to left',
])('a bar called %j is drawn with its name as text', (name) => {
  const svg = drawn(name);
  expect(svg).not.toMatch(/<(script|img)/);
  expect(svg.match(/<svg/g)).toHaveLength(1);
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(svg).toContain(`<title>${escaped}\n`);
});

test('a name that is too long for its place is cut between its letters', () => {
  expect(drawn('😀'.repeat(100)).isWellFormed()).toBe(true);
  expect(drawn(`${'x'.repeat(14)}👩‍👩‍👧‍👦 and more words than there is room for`)).not.toMatch(/👩‍…|👩…/);
});
