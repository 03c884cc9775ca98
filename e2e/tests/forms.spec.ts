import { request } from 'node:http';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test.use({ withWorker: false });

const post = (fields: Record<string, string>, headers: Record<string, string> = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: 'POST', body, headers };
};

test('a form that another site posts is refused with a whole page', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'Posted from elsewhere', section: 'World' });
  const { text: page } = await ask(site, path);
  const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(page)?.[1] ?? '';
  expect(action).not.toBe('');
  const fields = { [action]: '', articleId, intent: 'vote' };
  const foreign = await ask(site, path, post(fields, { origin: 'https://elsewhere.example' }));
  expect(foreign.status).toBe(403);
  expect(foreign.text).toContain('This form came from another site');
  const own = await ask(site, path, post(fields, { origin: site.url, 'x-forwarded-host': 'evil.example' }));
  expect(own.status).toBe(303);
  expect(own.headers.get('location')).toContain(`/vote/${articleId}`);
});

test('a form of a build that is no more is answered with a whole page', async ({ site }) => {
  const { path } = await site.write({ headline: 'Out of date', section: 'World' });
  const answer = await ask(site, path, post({ [`$ACTION_ID_${'0'.repeat(42)}`]: '' }, { origin: site.url }));
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('This form is out of date');
});

test('what is not read and not posted is refused', async ({ site }) => {
  for (const method of ['PUT', 'DELETE', 'PATCH']) expect((await ask(site, '/', { method })).status).toBe(405);
});

test('a form that holds more than any here takes is refused with a whole page', async ({ site }) => {
  const { path, articleId } = await site.write({ headline: 'Too much', section: 'World' });
  const answer = await ask(site, path, post({ articleId, intent: 'vote'.repeat(20_000) }, { origin: site.url }));
  expect(answer.status).toBe(413);
  expect(answer.text).toContain('This form holds too much');
});

test('who offers another protocol is answered in this one', async ({ site }) => {
  const status = await new Promise((resolve, reject) => {
    request(site.url, { headers: { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': '' } })
      .on('response', (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});
