import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { GuardedNetwork } from '#lib/guarded-network.ts';

/** A search engine or a hub on this machine: it writes down what it is told and answers as it is bidden. */
export interface SampleEndpoint {
  readonly url: string;
  /** The internet in which there is nothing else. */
  readonly network: GuardedNetwork;
  readonly told: { readonly path: string; readonly type: string | undefined; readonly body: string }[];
  /** The statuses of the next answers; when they are used up, 200. 0 hangs up. */
  answers: number[];
  /** What it asks for with each answer that is none of success, as `Retry-After`. */
  retryAfter: string | undefined;
  close(): void;
}

export async function sampleEndpoint(): Promise<SampleEndpoint> {
  const told: SampleEndpoint['told'] = [];
  const endpoint = { answers: [] as number[], retryAfter: undefined as string | undefined };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '', headers } = request;
    told.push({ path: url, type: headers['content-type'], body: await text(request) });
    const status = endpoint.answers.shift() ?? 200;
    if (status === 0) response.destroy();
    else
      response
        .writeHead(status, status >= 400 && endpoint.retryAfter ? { 'retry-after': endpoint.retryAfter } : {})
        .end('Thank you.');
  }
  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(endpoint, {
    url: `http://127.0.0.1:${port}/ping`,
    network: { resolve: () => Promise.resolve(['127.0.0.1']), allows: () => true, ports: [port] },
    told,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}
