import { type ServerResponse, request as send } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordActed } from '#lib/trace.ts';
import { serve } from '#server/fast/testing/serve.ts';
import { failurePages } from '#server/render/failure-pages.ts';
import { mostLargeBodies, nextAnswers } from './next-answers.ts';

const failures: unknown[] = [];
let atOnce = 0;
let mostAtOnce = 0;
let letGo = Promise.withResolvers<void>();

beforeEach(() => {
  databaseIsDown = false;
  failures.length = 0;
  mostAtOnce = 0;
  letGo = Promise.withResolvers();
});

/** Answers with the status and type that the body asks for; 'acted' has a command asked before. */
function answerAs(body: string, response: ServerResponse): void {
  const [, status, type, acted] = body.split(' ');
  if (acted) recordActed();
  response.writeHead(Number(status), { 'content-type': type }).end('What Next says.');
}

let databaseIsDown = false;
let previews = 0;

/** A page that is another each time; none where the database is down. */
function answerPreview(response: ServerResponse): void {
  if (databaseIsDown) throw new Error('There is no database.');
  previews += 1;
  response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>Secret words, version ${previews}</p>`);
}

const answers = nextAnswers({
  // What Next does, as far as this part can tell: it reads the body, takes its time, and answers.
  handler: async (request, response) => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    const body = await text(request);
    if (request.url === '/slow') await letGo.promise;
    atOnce -= 1;
    if (body.startsWith('answer ')) return answerAs(body, response);
    if (request.url?.startsWith('/preview/')) return answerPreview(response);
    if (/^\/desk(?![a-z])/.test(request.url ?? '')) {
      const [, nonce] = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy'])) ?? [];
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(request.method === 'HEAD' ? undefined : `<script nonce="${nonce}">1</script>`);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end(
      `${request.method} ${request.headers['x-sent']} ${body} ${request.headers['content-security-policy'] ?? ''}`.trim(),
    );
  },
  failurePages: failurePages({ name: 'The Daily', language: 'en' }, false),
  databaseIsDown: () => Promise.resolve(databaseIsDown),
  onFailure: (failure) => failures.push(failure),
  https: false,
  development: false,
});
const base = await serve(answers);

test('a form reaches Next with its method, headers and body', async () => {
  const response = await fetch(base, { method: 'POST', body: 'intent=vote', headers: { 'x-sent': 'so' } });
  expect(await response.text()).toBe('POST so intent=vote');
  expect(response.headers.get('cache-control')).toBe('private, no-store');
});

test('HEAD says of a page what GET would, its length too', async () => {
  const head = await fetch(`${base}/desk/articles`, { method: 'HEAD' });
  const get = await fetch(`${base}/desk/articles`);
  expect(head.headers.get('content-length')).toBe(String((await get.text()).length));
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('of bodies larger than a form so many are held at once, whoever sends them, and others are answered meanwhile', async () => {
  const begun = Array.from({ length: mostLargeBodies }, () => {
    const post = send(`${base}/desk/articles`, { method: 'POST', headers: { 'content-length': 100_000 } });
    post.on('error', () => undefined);
    post.write('x'.repeat(1000));
    return post;
  });
  const large = async () =>
    (await fetch(`${base}/desk/articles`, { method: 'POST', body: 'x'.repeat(100_000) })).status;
  await expect.poll(large).toBe(503);
  expect((await fetch(`${base}/desk/articles`, { method: 'POST', body: 'small' })).status).toBe(200);
  for (const post of begun) post.destroy();
  await expect.poll(large).toBe(200);
});

test('a flood is made a few at a time, and what finds no place is told so at once', async () => {
  let refused = 0;
  const flood = Array.from({ length: 300 }, async () => {
    const response = await fetch(`${base}/slow`, { method: 'POST', body: 'x' });
    if (response.status === 503) refused += 1;
    if (refused === 300 - 8 - 256) letGo.resolve();
    await response.text();
    return response.status;
  });
  const statuses = await Promise.all(flood);
  expect(statuses.filter((status) => status === 200)).toHaveLength(264);
  expect(mostAtOnce).toBe(8);
});

test('forms that trickle in keep nobody waiting', async () => {
  const trickling = Array.from({ length: 20 }, () => {
    const request = send(base, { method: 'POST', headers: { 'content-length': 10 } });
    request.on('error', () => undefined);
    request.write('x');
    return request;
  });
  const response = await fetch(base, { method: 'POST', body: 'x', signal: AbortSignal.timeout(5000) });
  expect(response.status).toBe(200);
  for (const request of trickling) request.destroy();
});

test('a form that is too large is refused before Next sees it, also where it does not say how large it is', async () => {
  const large = 'x'.repeat(100_000);
  const stream = new Blob([large]).stream();
  for (const body of [large, stream]) {
    const response = await fetch(base, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('This form holds too much');
  }
  expect([mostAtOnce, failures]).toEqual([0, []]);
});

test('a sender who leaves in the middle of a form is not recorded as a fault', async () => {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nx', () => socket.resetAndDestroy());
  await new Promise((resolve) => {
    socket.on('close', resolve);
  });
  await fetch(base);
  expect([mostAtOnce, failures]).toEqual([1, []]);
});

test("the desk's scripts stay, under a nonce that is new with every answer and nobody outside can choose", async () => {
  const nonces = new Set<string>();
  for (const path of ['/desk', '/desk/articles?state=draft']) {
    const response = await fetch(base + path, { headers: { 'content-security-policy': "script-src 'nonce-chosen'" } });
    const [, nonce = ''] = /^<script nonce="([^"]{20,})">/.exec(await response.text()) ?? [];
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain(`script-src 'nonce-${nonce}' 'strict-dynamic';`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);
});

test('what is not the desk is told no policy by who asks', async () => {
  const headers = { 'x-sent': 'so', 'content-security-policy': "script-src 'nonce-chosen'" };
  expect(await (await fetch(`${base}/deskless`, { headers })).text()).toBe('GET so');
});

describe('a posted form', () => {
  const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(base + path, { method: 'POST', body, headers });
    const [, heading] = /<h1>([^<]*)/.exec(await response.text()) ?? [];
    return [response.status, heading];
  };
  const unreadable = [400, 'This form could not be read'];

  test('that Next cannot take in is answered with a page that says so, and is no fault of ours', async () => {
    expect(await post('/world/a', 'answer 400 text/plain')).toEqual(unreadable);
    expect(await post('/world/a', 'answer 500 text/html')).toEqual(unreadable);
    expect(await post('/desk/sign-in', 'answer 500 text/html', { 'next-action': 'abc' })).toEqual(unreadable);
    expect(failures).toEqual([]);
  });

  test('that a command was asked for, or that found no database, is answered as what it is', async () => {
    expect(await post('/world/a', 'answer 500 text/html acted')).toEqual([500, 'Something went wrong here']);
    databaseIsDown = true;
    expect(await post('/world/a', 'answer 500 text/html')).toEqual([503, 'We cannot show this page at the moment']);
    expect(failures).toHaveLength(2);
  });

  test('of an older build is answered with a page that says so', async () => {
    for (const status of [404, 409]) {
      expect(await post('/world/a', `answer ${status} text/plain`)).toEqual([409, 'This form is out of date']);
    }
  });

  test('to the API is answered as the API answers', async () => {
    expect(await post('/api/x', 'answer 400 text/plain')).toEqual([400, undefined]);
    expect(await post('/api/x', 'answer 404 application/json')).toEqual([404, undefined]);
  });
});

test('a preview is kept by nobody, shown to no search engine, and its address is told to no other site', async () => {
  for (const path of ['/preview/abc.def', '/preview/abc.def?x=1']) {
    const { headers } = await fetch(base + path);
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
  const { headers } = await fetch(`${base}/previews/abc`);
  expect(headers.get('x-robots-tag')).toBeNull();
});

test('a preview is made anew each time, and while the database is down no earlier one is shown', async () => {
  const seen: string[] = [];
  for (let time = 0; time < 2; time += 1) seen.push(await (await fetch(`${base}/preview/abc.def`)).text());
  expect(new Set(seen).size).toBe(2);
  databaseIsDown = true;
  const down = await fetch(`${base}/preview/abc.def`);
  expect([down.status, down.headers.get('cache-control')]).toEqual([503, 'no-store']);
  expect(await down.text()).not.toContain('Secret words');
});
