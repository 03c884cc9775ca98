import { once } from 'node:events';
import { request as send } from 'node:http';
import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { serve } from './testing/serve.ts';
import { handleUpload } from './upload.ts';

await testDatabase();
const base = await serve(handleUpload);
const address = `${base}/api/media`;

test.each([
  ['from another site', { origin: 'https://elsewhere.example' }, 'Pictures are uploaded from this site’s desk only.'],
  ['from nowhere that is said', {}, 'Pictures are uploaded from this site’s desk only.'],
  ['of nobody who is signed in', { origin: base }, 'You are signed out'],
])('an upload %s is refused before its body is read', async (_whose, headers, sentence) => {
  const { hostname: host, port } = new URL(base);
  const request = send({ host, port, path: '/api/media', method: 'POST', headers, agent: false });
  request.on('error', () => undefined);
  request.write('the beginning of a body that never ends');
  const [response] = await once(request, 'response');
  const said = JSON.parse(Buffer.concat(await response.toArray()).toString());
  expect([response.statusCode, said.error.message]).toEqual([403, expect.stringContaining(sentence)]);
  expect(response.headers.connection).toBe('close');
  request.destroy();
});

test('pictures are only sent here', async () => {
  const response = await fetch(address);
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
});
