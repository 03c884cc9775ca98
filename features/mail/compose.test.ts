import { expect, test } from 'vitest';
import { composeLetter } from './compose.ts';

test('a letter says the same in text and in HTML, and a name is no markup', () => {
  const { text, html } = composeLetter({
    lines: ['<script>alert(1)</script> & Co. invites you.'],
    link: 'https://news.example/desk/invitation/a?b&c',
    linkText: 'Accept',
    closing: ['It holds for 7 days.'],
  });
  expect(text).toBe(
    '<script>alert(1)</script> & Co. invites you.\n\nhttps://news.example/desk/invitation/a?b&c\n\nIt holds for 7 days.\n',
  );
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co. invites you.');
  expect(html).toContain('<a href="https://news.example/desk/invitation/a?b&amp;c">Accept</a>');
});
