import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guardedFetch } from './guarded-fetch.ts';
import type { GuardedNetwork } from './guarded-network.ts';
import { isPublicAddress } from './public-address.ts';

/** The part of this machine that stands for the open internet here; all else of it is as private as ever. */
const outside = '127.0.0.2';
const asked: string[] = [];
let port = 0;

const server = createServer((request, response) => {
  asked.push(`${request.headers.host}${request.url}`);
  const [, name = '', ...rest] = (request.url ?? '').split('/');
  const answer = answers[name];
  if (answer) answer(request, response, rest.join('/'));
  else response.writeHead(404).end();
});
const endless = (response: ServerResponse, chunk: Buffer) => {
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};
const answers: Record<string, (request: IncomingMessage, response: ServerResponse, rest: string) => void> = {
  fine: (_request, response) => response.end('a picture'),
  to: (_request, response, rest) => response.writeHead(302, { location: decodeURIComponent(rest) }).end(),
  loop: (_request, response, rest) => response.writeHead(301, { location: `/loop/${rest}x` }).end(),
  nowhere: (_request, response) => response.writeHead(302).end(),
  broken: (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('begun');
    setImmediate(() => response.destroy());
  },
  silent: (_request, _response) => undefined,
  drip: (_request, response) => {
    response.writeHead(200).write('.');
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  },
  stops: (_request, response) => {
    response.writeHead(200).write('.');
  },
  endless: (_request, response) => endless(response.writeHead(200), Buffer.alloc(65_536)),
  large: (_request, response) => response.writeHead(200, { 'content-length': '5000000' }).write('x'),
  gzip: (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a picture')),
  brotli: (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('a picture')),
  bomb: (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  torn: (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a picture'.repeat(99)).subarray(0, 20)),
  odd: (_request, response) => response.writeHead(200, { 'content-encoding': 'compress' }).end('x'),
};

beforeAll(async () => {
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const names: Record<string, readonly string[]> = {
  'photos.example': [outside],
  'inside.example': ['10.0.0.7'],
  'loopback.example': ['127.0.0.1'],
  'both.example': [outside, '169.254.169.254'],
  'empty.example': [],
};
const network = (changes: Partial<GuardedNetwork> = {}): GuardedNetwork => ({
  resolve: (host) => (names[host] ? Promise.resolve(names[host]) : Promise.reject(new Error(`ENOTFOUND ${host}`))),
  allows: (address) => address === outside || isPublicAddress(address),
  ports: [port],
  ...changes,
});

async function fetched(address: string, options: Partial<Parameters<typeof guardedFetch>[1]> = {}): Promise<string> {
  const full = address.startsWith('/')
    ? `http://photos.example:${port}${address}`
    : address.replace('PORT', String(port));
  return guardedFetch(full, { maxBytes: 1_000_000, network: network(), ...options }, async (body) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  });
}
const refusal = (reason: string) => ({ name: 'FetchRefused', reason });

describe('what is on the open internet', () => {
  test('is fetched', async () => {
    expect(await fetched('/fine')).toBe('a picture');
    expect(await fetched(`http://${outside}:PORT/fine`)).toBe('a picture');
  });

  test('is found through redirects, also to another host and to a bare path', async () => {
    expect(await fetched(`/to/${encodeURIComponent('/fine')}`)).toBe('a picture');
    expect(await fetched(`/to/${encodeURIComponent(`http://${outside}:${port}/fine`)}`)).toBe('a picture');
  });

  test.each(['gzip', 'brotli'])('is unpacked when it comes in %s', async (encoding) => {
    expect(await fetched(`/${encoding}`)).toBe('a picture');
  });

  test('is asked under its own name', async () => {
    await fetched('/fine');
    expect(asked.at(-1)).toBe(`photos.example:${port}/fine`);
  });
});

describe('what is inside is never connected to', () => {
  const inside = [
    ...[
      'http://127.0.0.1:PORT/fine',
      'http://localhost:PORT/fine',
      'http://[::1]:PORT/fine',
      'http://0.0.0.0:PORT/fine',
    ],
    ...[
      'http://2130706433:PORT/fine',
      'http://0177.0.0.1:PORT/fine',
      'http://0x7f.1:PORT/fine',
      'http://127.1:PORT/fine',
    ],
    ...['http://127.0.0.1.:PORT/fine', 'http://[::ffff:127.0.0.1]:PORT/fine'],
    ...['http://[::ffff:7f00:2]:PORT/fine', 'http://[64:ff9b::7f00:1]:PORT/fine', 'http://169.254.169.254:PORT/latest'],
    ...['http://inside.example:PORT/fine', 'http://loopback.example:PORT/fine', 'http://both.example:PORT/fine'],
  ];
  const resolve = (host: string) => Promise.resolve(names[host] ?? (host === 'localhost' ? ['127.0.0.1', '::1'] : []));

  test.each([...inside, 'http://①②⑦.⓪.⓪.①:PORT/fine'])('when it is asked for: %s', async (address) => {
    asked.length = 0;
    await expect(fetched(address, { network: network({ resolve }) })).rejects.toMatchObject(refusal('private'));
    expect(asked).toEqual([]);
  });

  test.each(inside)('when a redirect leads there: %s', async (address) => {
    asked.length = 0;
    const to = encodeURIComponent(address.replace('PORT', String(port)));
    await expect(fetched(`/to/${to}`, { network: network({ resolve }) })).rejects.toMatchObject(refusal('private'));
    expect(asked).toHaveLength(1);
  });

  test('when a name turns from an address outside to one inside between the check and the connection', async () => {
    let looked = 0;
    const rebinding = network({
      resolve: () => {
        looked += 1;
        return Promise.resolve([looked === 1 ? outside : '127.0.0.1']);
      },
    });
    expect(await fetched('http://rebinds.example:PORT/fine', { network: rebinding })).toBe('a picture');
    expect(looked).toBe(1);
    await expect(fetched('http://rebinds.example:PORT/fine', { network: rebinding })).rejects.toMatchObject(
      refusal('private'),
    );
  });
});

describe('an address is refused', () => {
  test.each([
    'ftp://photos.example/x',
    'file:///etc/passwd',
    'data:image/png,x',
    'gopher://photos.example',
    'x',
    '',
    'http://',
  ])('when it is none of the web: %s', async (address) => {
    await expect(fetched(address)).rejects.toMatchObject(refusal('scheme'));
  });

  test('when a redirect leads out of the web', async () => {
    await expect(fetched(`/to/${encodeURIComponent('file:///etc/passwd')}`)).rejects.toMatchObject(refusal('scheme'));
  });

  test('when it holds a name and a password, or a redirect does', async () => {
    await expect(fetched('http://me:secret@photos.example:PORT/fine')).rejects.toMatchObject(refusal('credentials'));
    const to = encodeURIComponent(`http://me@photos.example:${port}/fine`);
    await expect(fetched(`/to/${to}`)).rejects.toMatchObject(refusal('credentials'));
  });

  test('when it names another port', async () => {
    await expect(fetched('http://photos.example:22/')).rejects.toMatchObject(refusal('port'));
    await expect(
      guardedFetch(`http://photos.example:${port}/fine`, { maxBytes: 9 }, async () => ''),
    ).rejects.toMatchObject(refusal('port'));
  });

  test('when there is no such host', async () => {
    await expect(fetched('http://nobody.example:PORT/')).rejects.toMatchObject(refusal('unknown_host'));
    await expect(fetched('http://empty.example:PORT/')).rejects.toMatchObject(refusal('unknown_host'));
  });
});

describe('a hostile server', () => {
  test.each(['/loop/', '/nowhere', '/missing'])('that leads nowhere is left: %s', async (path) => {
    const reason = path === '/loop/' ? 'redirects' : 'status';
    await expect(fetched(path)).rejects.toMatchObject(refusal(reason));
  });

  test('that breaks off, or tears what it packed, is no success', async () => {
    await expect(fetched('/broken')).rejects.toMatchObject(refusal('unreachable'));
    await expect(fetched('/torn')).rejects.toMatchObject(refusal('unreachable'));
  });

  test('that closes the line, or does not speak HTTP, cannot be reached', async () => {
    const odd = createSocketServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('HELO\r\n\r\n'),
    );
    odd.listen(0, outside);
    await once(odd, 'listening');
    const { port: oddPort } = odd.address() as AddressInfo;
    const attempt = fetched(`http://${outside}:${oddPort}/`, { network: network({ ports: [oddPort] }) });
    await expect(attempt).rejects.toMatchObject(refusal('unreachable'));
    await new Promise((resolve) => {
      odd.close(resolve);
    });
    const closed = fetched(`http://${outside}:${oddPort}/`, { network: network({ ports: [oddPort] }) });
    await expect(closed).rejects.toMatchObject(refusal('unreachable'));
  });

  test('that says nothing, or stops, is waited for no longer than the idle time', async () => {
    await expect(fetched('/silent', { idleTime: 100 })).rejects.toMatchObject(refusal('too_slow'));
    await expect(fetched('/stops', { idleTime: 100 })).rejects.toMatchObject(refusal('too_slow'));
  });

  test('that drips is waited for no longer than the whole time', async () => {
    await expect(fetched('/drip', { totalTime: 300, idleTime: 5000 })).rejects.toMatchObject(refusal('too_slow'));
  });

  test('that never answers a name is waited for no longer than the whole time', async () => {
    const hanging = network({ resolve: () => new Promise(() => undefined) });
    await expect(fetched('/fine', { totalTime: 100, network: hanging })).rejects.toMatchObject(refusal('too_slow'));
  });

  test.each(['/endless', '/large', '/bomb'])('that sends too much is stopped: %s', async (path) => {
    await expect(fetched(path)).rejects.toMatchObject(refusal('too_large'));
  });

  test('that packs in a way of its own is refused', async () => {
    await expect(fetched('/odd')).rejects.toMatchObject(refusal('encoding'));
  });
});

test('a proxy that the environment names is not used', async () => {
  const before = { ...process.env };
  Object.assign(process.env, { HTTP_PROXY: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' });
  try {
    expect(await fetched('/fine')).toBe('a picture');
  } finally {
    process.env = before;
  }
});
