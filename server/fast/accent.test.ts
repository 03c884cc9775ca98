import { expect, test } from 'vitest';
import { serveAccent } from './accent.ts';
import { serve } from './testing/serve.ts';

const base = await serve((request, response) => serveAccent(request, response, request.url ?? ''));

test('an accent is a style sheet that browsers keep, with a colour for light and one for dark', async () => {
  const response = await fetch(`${base}/assets/accent-052962.css`);
  expect(response.headers.get('cache-control')).toContain('immutable');
  expect(response.headers.get('content-type')).toContain('text/css');
  expect(await response.text()).toMatch(/^:root\{--accent:light-dark\(#052962,#[0-9a-f]{6}\)\}\n$/);
});

test.each(['red', '05296', '052962}body{display:none', 'ABCDEF'])('%s is no accent', async (text) => {
  expect((await fetch(`${base}/assets/accent-${encodeURIComponent(text)}.css`)).status).toBe(404);
});
