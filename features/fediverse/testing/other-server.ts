import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signRequest } from '@fedify/fedify/sig';
import { CryptographicKey, Endpoints, Person } from '@fedify/fedify/vocab';
import type { GuardedNetwork } from '#lib/guarded-network.ts';

export interface Arrived {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Another server with its people, which signs what it sends and keeps what it is sent. */
export class OtherServer {
  readonly url: string;
  readonly network: GuardedNetwork;
  readonly arrived: Arrived[] = [];
  /** What is answered to posts; by path, or 202. */
  readonly answers: Record<string, number> = {};
  /** How often documents were asked for, and with what signatures. */
  readonly asked: Arrived[] = [];
  readonly #server: Server;
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #documents: Record<string, unknown> = {};
  readonly #types: Record<string, string> = {};
  contentType = 'application/activity+json';

  private constructor(server: Server) {
    this.#server = server;
    const { port } = server.address() as AddressInfo;
    this.url = `http://127.0.0.1:${port}`;
    this.network = {
      resolve: async () => ['127.0.0.1'],
      allows: (address) => address === '127.0.0.1',
      ports: [port],
    };
  }

  static async start(): Promise<OtherServer> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const other = new OtherServer(server);
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const path = request.url ?? '';
      const headers = request.headers as Record<string, string>;
      const came = { path, headers, body: Buffer.concat(chunks).toString() };
      if (request.method === 'POST') {
        other.arrived.push(came);
        response.writeHead(other.answers[path] ?? 202).end(`<p>answer of ${path}</p>`);
        return;
      }
      other.asked.push(came);
      const [, to] = /^\/to\/(.*)$/.exec(path) ?? [];
      if (to) return void response.writeHead(302, { location: decodeURIComponent(to) }).end();
      const document = other.#documents[path];
      if (!document) return void response.writeHead(404).end();
      response
        .writeHead(200, { 'content-type': other.#types[path] ?? other.contentType })
        .end(JSON.stringify(document));
    });
    return other;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Somebody on this server; `given` changes what their document says. */
  async person(name: string, given: Record<string, unknown> = {}): Promise<string> {
    const id = new URL(`${this.url}/users/${name}`);
    const publicKey = await this.#cryptoKey('public');
    const person = new Person({
      id,
      preferredUsername: name,
      inbox: new URL(`${id}/inbox`),
      endpoints: new Endpoints({ sharedInbox: new URL(`${this.url}/inbox`) }),
      publicKey: new CryptographicKey({ id: new URL(`${id}#main-key`), owner: id, publicKey }),
    });
    this.#documents[id.pathname] = { ...((await person.toJsonLd()) as object), ...given };
    return id.href;
  }

  /** The key that its people sign with, as their documents have it. */
  get publicKey(): object {
    const publicKeyPem = this.#keys.publicKey.export({ type: 'spki', format: 'pem' });
    return { type: 'CryptographicKey', publicKeyPem };
  }

  /** Puts any document on this server. */
  put(path: string, document: unknown, type: string): void {
    this.#documents[path] = document;
    this.#types[path] = type;
  }

  /** A signed post of an activity. */
  async post(
    address: string,
    activity: object,
    { keyId, spec, now }: { keyId?: string; spec?: 'rfc9421'; now?: Date } = {},
  ): Promise<Request> {
    const { actor } = activity as { actor: string };
    const request = new Request(address, {
      method: 'POST',
      headers: { 'content-type': 'application/activity+json', ...(now ? { date: now.toUTCString() } : {}) },
      body: JSON.stringify(activity),
    });
    const key = await this.#cryptoKey('private');
    return signRequest(request, key, new URL(keyId ?? `${actor}#main-key`), {
      spec: spec ?? 'draft-cavage-http-signatures-12',
    });
  }

  #cryptoKey(type: 'public' | 'private'): Promise<CryptoKey> {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return type === 'public'
      ? crypto.subtle.importKey(
          'spki',
          new Uint8Array(this.#keys.publicKey.export({ type: 'spki', format: 'der' })),
          algorithm,
          true,
          ['verify'],
        )
      : crypto.subtle.importKey(
          'pkcs8',
          new Uint8Array(this.#keys.privateKey.export({ type: 'pkcs8', format: 'der' })),
          algorithm,
          true,
          ['sign'],
        );
  }
}
