import { expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { type Asked, serveEchoSite } from './testing/echo-site.ts';

amendEnvironment({ SITE_URL: 'https://news.example', TRUSTED_PROXIES: 'loopback, 203.0.113.0/24' });
const { base } = await serveEchoSite();

const ask = async (headers: Record<string, string>): Promise<Asked> =>
  (await fetch(`${base}/vote/1`, { headers })).json();

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['192.0.2.1, 198.51.100.7', '198.51.100.7'],
  ['192.0.2.1, 198.51.100.7, 203.0.113.9', '198.51.100.7'],
  ['203.0.113.9', '203.0.113.9'],
  ['nonsense', '127.0.0.1'],
  ['192.0.2.1, nonsense', '127.0.0.1'],
])('of the way %s, only what trusted proxies wrote is believed: %s', async (forwardedFor, address) => {
  const { headers } = await ask({
    'x-forwarded-for': forwardedFor,
    'x-real-ip': '192.0.2.9',
    forwarded: 'for=192.0.2.9',
  });
  expect(headers['x-broadsheet-address']).toBe(address);
});

test('a trusted proxy says for whom it asks, and not what our address is', async () => {
  const { headers } = await ask({
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'http',
    forwarded: 'host=evil.example',
  });
  expect(JSON.stringify(headers)).not.toContain('evil');
});
