import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { recordOutcome, recordTags } from '#lib/trace.ts';
import { addressOf } from '#server/page-cache/testing/fake-site.ts';
import { RenderFailure, renderPage } from './render-page.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

function render(handler: Handler, options: { url?: string; deadline?: number; development?: boolean } = {}) {
  const settings = { handler, siteUrl: 'https://news.example', deadline: 5000, development: false, ...options };
  return renderPage(addressOf(options.url ?? '/news/a'), settings);
}

function answer(body: string, headers: Record<string, string> = {}, status = 200): Handler {
  return async (_request, response) => {
    await Promise.resolve();
    response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.write(body.slice(0, 5));
    response.end(body.slice(5));
  };
}

test('the whole answer is taken, with what was recorded while it was made', async () => {
  const { content, trace } = await render(async (request, response) => {
    recordTags('article:1');
    recordOutcome(410);
    await answer('<p>Gone – è via.</p>')(request, response);
  });
  expect(content).toMatchObject({ status: 410, contentType: 'text/html; charset=utf-8' });
  expect(content.body.toString()).toBe('<p>Gone – è via.</p>');
  expect([...trace.tags]).toEqual(['article:1']);
});

test('the renderer learns nothing of the reader: a path, the host of the settings, and what is the same for all', async () => {
  const seen: unknown[] = [];
  await render(
    async (request, response) => {
      seen.push(request.method, request.url, request.headers);
      await answer('x')(request, response);
    },
    { url: '/news?before=b&utm_source=c' },
  );
  expect(seen).toEqual([
    'GET',
    '/news?before=b',
    {
      ...{ host: 'news.example', 'x-forwarded-proto': 'https', 'user-agent': 'Broadsheet', accept: '*/*' },
      'x-broadsheet-path': '/news?before=b',
    },
  ]);
});

test("headers of the content are kept, Next's own are not", async () => {
  const { content } = await render(
    answer('x', {
      'Set-Cookie': 'a=b',
      'x-nextjs-cache': 'HIT',
      Vary: 'rsc',
      'Cache-Control': 'no-store',
      ETag: '"x"',
      'X-Robots-Tag': 'noindex',
      Link: '</a.js>; rel=preload; as="script", </b,c.woff2>; rel=preload; as="font"; crossorigin="", </d.js>; rel="modulepreload"',
    }),
  );
  expect(content.headers).toEqual([
    'X-Robots-Tag',
    'noindex',
    'Link',
    '</b,c.woff2>; rel=preload; as="font"; crossorigin=""',
  ]);
});

test('scripts of Next are taken out of HTML, but neither of feeds nor in development', async () => {
  const body = '<p>a</p><script src="/_next/a.js"></script>';
  expect((await render(answer(body))).content.body.toString()).toBe('<p>a</p>');
  expect((await render(answer(body), { development: true })).content.body.toString()).toBe(body);
  expect((await render(answer(body, { 'Content-Type': 'application/xml' }))).content.body.toString()).toBe(body);
});

test('a redirect keeps its status and place, with a note instead of an empty document', async () => {
  const { content } = await render(answer('<html id="__next_error__">', { Location: '/new?a=1&b="' }, 308));
  expect(content.status).toBe(308);
  expect(content.headers).toEqual(['Location', '/new?a=1&b="']);
  expect(content.body.toString()).toContain('<a href="/new?a=1&amp;b=&quot;">');
});

describe('there is no page', () => {
  test.each<[string, Handler]>([
    ['where Next answers 500', answer('<html>', {}, 500)],
    [
      'where Next sends its empty error document',
      answer('<!DOCTYPE html><html lang="en" id="__next_error__"><head>', {}, 404),
    ],
    ['where the handler throws', () => Promise.reject(new Error('broken'))],
    [
      'where the answer is cut short',
      async (_request, response) => {
        await Promise.resolve();
        response.write('<p>');
        response.destroy(new Error('broken'));
      },
    ],
  ])('%s', async (_name, handler) => {
    await expect(render(handler)).rejects.toThrow(RenderFailure);
  });

  test('where it takes too long, and the renderer is told to stop', async () => {
    let closed = false;
    const rendering = render(
      (_request, response) => {
        response.once('close', () => {
          closed = true;
        });
        return Promise.resolve();
      },
      { deadline: 10 },
    );
    await expect(rendering).rejects.toMatchObject({ timedOut: true });
    expect(closed).toBe(true);
  });

  test('but a page that only speaks of the error document is one', async () => {
    const { content } = await render(answer('<!DOCTYPE html><html lang="en"><p>id="__next_error__"</p>'));
    expect(content.status).toBe(200);
  });
});

test('a response takes every way of writing that node:http has', async () => {
  const events: string[] = [];
  const { content } = await render(async (_request, response) => {
    response.once('finish', () => events.push('finish'));
    response.setHeader('Content-Type', 'text/plain');
    response.writeHead(200, 'OK', ['X-Robots-Tag', 'none']);
    response.flushHeaders();
    response.write(Buffer.from('a'), () => events.push('written'));
    response.write('YQ==', 'base64');
    await new Promise<void>((resolve) => {
      response.end('c', 'utf8', resolve);
    });
    response.end('too late');
  });
  expect(content.body.toString()).toBe('aac');
  expect(content.contentType).toBe('text/plain');
  expect(content.headers).toEqual(['X-Robots-Tag', 'none']);
  expect(events).toEqual(['written', 'finish']);
});
