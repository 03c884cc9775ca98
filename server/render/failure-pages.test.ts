import { createHash } from 'node:crypto';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { type FailurePageName, failurePages } from './failure-pages.ts';

const pages = failurePages({ name: 'The <b>Daily</b> & Co', language: 'pt-BR' }, true);
const names = Object.keys(pages) as `${FailurePageName}`[];

test.each(names)('the page for %s is whole, in its own style, and kept by nobody', (name) => {
  const { status, headers, body } = pages[name];
  const html = body.toString();
  const pairs = Object.fromEntries(
    headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]]] : [])),
  );
  expect(fromHtml(html, { onerror: (problem) => expect(problem).toBeNull() }).children).not.toHaveLength(0);
  expect(html).toContain('<html lang="pt-BR">');
  expect(html).toContain('<h1>');
  expect(html).toContain('The &lt;b&gt;Daily&lt;/b&gt; &amp; Co');
  expect(html).not.toContain('<script');
  expect(pairs['Cache-Control']).toBe('no-store');
  expect(pairs['Content-Length']).toBe(String(body.length));
  const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
  expect(pairs['Content-Security-Policy']).toContain(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  expect(pairs['Retry-After']).toBe(status === 503 ? '5' : undefined);
});

test('its words are those of the catalogue, and none is left without', () => {
  for (const name of names) {
    const html = pages[name].body.toString();
    expect(html).toContain(`<h1>${en[`failure.${name}.title`]}</h1>`);
    expect(html).toContain(en[`failure.${name}.text`]);
  }
});
