import { expect, test } from 'vitest';
import { answerJson } from './json-answer.ts';
import { serve } from './testing/serve.ts';

const base = await serve((request, response) => answerJson(request, response, () => new Promise(() => undefined), 10));

test('what is not done in time is answered 503 with a time to try again', async () => {
  const response = await fetch(base);
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
});
