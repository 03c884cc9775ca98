import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { amendEnvironment } from '#lib/env.ts';
import { type Asked, serveEchoSite } from './testing/echo-site.ts';

amendEnvironment({ SITE_URL: 'https://news.example', TRUSTED_PROXIES: '' });
const { base, failures } = await serveEchoSite();

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Sends the target as it is written; `fetch` would resolve its dot segments. */
function ask(target: string, { method = 'GET', headers = {}, body }: Sent = {}) {
  const { hostname: host, port } = new URL(base);
  return new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const request = send({ host, port, path: target, method, headers, agent: false }, async (response) => {
      const type = response.headers['content-type'] ?? '';
      resolve({ status: response.statusCode ?? 0, type, body: await text(response) });
    });
    request.on('error', reject).end(body);
  });
}

const askNext = async (target: string, sent?: Sent): Promise<Asked> => JSON.parse((await ask(target, sent)).body);

describe('goes to the page cache', () => {
  test.each([
    '/',
    '/world/a-story?page=2',
    '/gr%C3%B6%C3%9Fe/a',
    '/robots.txt',
    '/mediation',
    '/deskless/x',
    '/apiary',
    '/world/desk',
    '/Desk',
    '//desk',
    'http://elsewhere.example/world',
    '/previews/x',
  ])('GET %s', async (target) => {
    expect((await ask(target)).body).toBe(`a page: ${target}`);
    expect((await ask(target, { method: 'HEAD' })).status).toBe(200);
  });

  test('what no page takes, which it refuses', async () => {
    expect((await ask('/world', { method: 'DELETE' })).body).toBe('a page: /world');
  });
});

describe('goes to Next, past the page cache', () => {
  test.each([
    ['/desk', '/desk'],
    ['/desk/articles?state=draft', '/desk/articles?state=draft'],
    ['/preview/abc.def', '/preview/abc.def'],
    ['/vote/1', '/vote/1'],
    ['/api/anything', '/api/anything'],
    ['/%64esk/articles?q=%64', '/desk/articles?q=%64'],
    ['/%70review/abc', '/preview/abc'],
    ['http://elsewhere.example/preview/abc', '/preview/abc'],
  ])('GET %s', async (target, url) => {
    expect(await askNext(target)).toMatchObject({ method: 'GET', url });
  });

  test('whatever is posted', async () => {
    const asked = await askNext('/world/a-story', { method: 'POST', body: 'intent=vote' });
    expect(asked).toMatchObject({ method: 'POST', url: '/world/a-story', body: 'intent=vote' });
  });
});

describe('is answered before both', () => {
  test.each([
    ['/healthz', 200, 'application/json', /"status":"ok"/],
    ['/speculation-rules.json', 200, 'application/speculationrules+json', /prefetch/],
    ['/api/votes', 400, 'application/json', /"code":"invalid"/],
    ['/api/views', 400, 'application/json', /Send article/],
    ['/media/none.jpg', 404, 'text/plain', /^There is no such picture[.]\n$/],
    ['/_next/image?url=http%3A%2F%2Fx&w=640&q=75', 404, 'text/plain', /^There is nothing here[.]\n$/],
    ['/_next/static/none.js', 404, 'text/plain', /^There is/],
    ['/desk/articles?q=a%00b', 400, 'text/html', /<h1/],
    ['/preview/%', 400, 'text/html', /<h1/],
    ['/desk/invitation/%ff', 400, 'text/html', /<h1/],
    ['/media/../.data/secrets.json', 400, 'text/html', /<h1/],
    ['/assets/../package.json', 400, 'text/html', /<h1/],
    ['/preview/../', 400, 'text/html', /<h1/],
    ['/desk/..', 400, 'text/html', /<h1/],
    ['/vote/.%2e/search?q=a', 400, 'text/html', /<h1/],
    ['/desk/..%5Cworld', 400, 'text/html', /<h1/],
    ['/desk/..\\world', 400, 'text/html', /<h1/],
    ['/api/./x', 400, 'text/html', /<h1/],
  ])('GET %s', async (target, status, type, body) => {
    const answer = await ask(target);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain(type);
    expect(answer.body).toMatch(body);
  });
});

describe('a post from another site', () => {
  test.each<Record<string, string>>([
    { origin: 'https://evil.example' },
    { origin: 'https://news.example.evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: 'https://other.news.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://evil.example', forwarded: 'host=evil.example;proto=https' },
  ])('that says %j is refused with a page', async (headers) => {
    const { status, body } = await ask('/desk/articles', { method: 'POST', headers, body: 'x' });
    expect(status).toBe(403);
    expect(body).toContain('This form came from another site');
  });

  test('is not one from our own pages, also where a front server has rewritten the host', async () => {
    const headers = { origin: 'https://news.example', 'sec-fetch-site': 'same-origin', host: '10.0.0.1:3000' };
    const asked = await askNext('/desk/articles', { method: 'POST', headers, body: 'x' });
    expect(asked.headers.host).toBe('news.example');
  });
});

const spoofed = {
  'x-forwarded-for': '198.51.100.7',
  forwarded: 'for=198.51.100.7;host=evil.example;proto=https',
  'x-real-ip': '198.51.100.7',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'gopher',
  'x-forwarded-port': '1',
  'x-broadsheet-address': '198.51.100.7',
  'x-broadsheet-path': '/desk/elsewhere',
  'x-broadsheet-anything': 'x',
};

test.each(['GET', 'POST'])(
  'what a %s says of its way and of its sender is not believed, and not passed on',
  async (method) => {
    const { headers } = await askNext('/vote/1?a=b', { method, headers: spoofed });
    expect(headers['x-broadsheet-address']).toBe('127.0.0.1');
    expect(headers['x-broadsheet-path']).toBe('/vote/1?a=b');
    expect(JSON.stringify(headers)).not.toMatch(/198[.]51|evil|gopher|elsewhere|anything/);
  },
);

test('Next gets nothing where it asks for the page that an action goes on to, and holds no second place', async () => {
  const { headers } = await askNext('/desk/sign-in', { method: 'POST', body: 'x' });
  const passedOn = { rsc: '1', 'x-broadsheet-inner': String(headers['x-broadsheet-inner']) };
  expect(await ask('/desk/articles', { headers: passedOn })).toMatchObject({ status: 204, body: '' });
  expect(await askNext('/desk/articles', { headers: { rsc: '1' } })).toMatchObject({ url: '/desk/articles' });
});

test('nothing of this is a fault', () => {
  expect(failures).toEqual([]);
});

test.each(['/_next/static/none.js', '/desk/sign-in', '/healthz'])(
  'nobody outside is taken for Next, whatever a GET of %s says',
  async (target) => {
    const plain = await ask(target);
    const forged = { rsc: '1', 'x-broadsheet-path': '/x', 'x-broadsheet-inner': 'x' };
    expect(await ask(target, { headers: forged })).toMatchObject({ status: plain.status, type: plain.type });
  },
);
