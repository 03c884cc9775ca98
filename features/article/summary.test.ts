import { expect, test } from 'vitest';
import { summaryOf } from '#features/article/summary.ts';

test('the standfirst is the summary, whole', () => {
  const standfirst = 'word '.repeat(100).trim();
  expect(summaryOf({ standfirst, bodyHtml: '<p>Else.</p>' })).toBe(standfirst);
});

test('without a standfirst it is the text of the first paragraph that has any', () => {
  const bodyHtml =
    '<h2>No</h2><p><br></p><p>A <a href="/a?b&gt;c">link</a> &amp; a<br>line &lt;b&gt; &#39;it&#39;.</p><p>More</p>';
  expect(summaryOf({ standfirst: '', bodyHtml })).toBe("A link & a line <b> 'it'.");
});

test('a long paragraph is cut between words, in any script', () => {
  const english = summaryOf({ standfirst: '', bodyHtml: `<p>${'Nearly everybody agrees. '.repeat(20)}</p>` });
  expect(english).toMatch(/(everybody|Nearly|agrees)…$/);
  expect(english.length).toBeLessThanOrEqual(200);
  expect(summaryOf({ standfirst: '', bodyHtml: `<p>${'日本語の文章です。'.repeat(40)}</p>` }).length).toBeGreaterThan(
    150,
  );
});

test('one endless word is still cut', () => {
  expect(summaryOf({ standfirst: '', bodyHtml: `<p>${'a'.repeat(500)}</p>` }).length).toBeLessThanOrEqual(200);
});

test('a story without text has no summary', () => {
  expect(summaryOf({ standfirst: '', bodyHtml: '<figure></figure>' })).toBe('');
});
