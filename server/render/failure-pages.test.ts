import { createHash } from 'node:crypto';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { type FailurePageStatus, failurePages } from './failure-pages.ts';

const pages = failurePages('The <b>Daily</b> & Co', true);
const statuses = Object.keys(pages).map((status) => Number(status) as FailurePageStatus);

test.each(statuses)('the page for %i is whole, in its own style, and kept by nobody', (status) => {
  const { headers, body } = pages[status];
  const html = body.toString();
  const pairs = Object.fromEntries(
    headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]]] : [])),
  );
  expect(fromHtml(html, { onerror: (problem) => expect(problem).toBeNull() }).children).not.toHaveLength(0);
  expect(html).toContain('<h1>');
  expect(html).toContain('The &lt;b&gt;Daily&lt;/b&gt; &amp; Co');
  expect(html).not.toContain('<script');
  expect(pairs['Cache-Control']).toBe('no-store');
  expect(pairs['Content-Length']).toBe(String(body.length));
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  expect(pairs['Content-Security-Policy']).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(pairs['Retry-After']).toBe(status === 503 ? '5' : undefined);
});
