import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReaderSite, type ReaderSite, type ReaderSiteOptions } from '../reader-site.ts';

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A reader site behind a real node:http server on a free port of this machine. */
export class LocalSite implements AsyncDisposable {
  readonly site: ReaderSite;
  readonly failures: { path: string; error: unknown }[] = [];
  readonly #server: Server;

  private constructor(site: (failures: LocalSite['failures']) => ReaderSite) {
    this.site = site(this.failures);
    this.#server = createServer((incoming, response) => void this.site.serve(incoming, response));
  }

  static async start(options: Pick<ReaderSiteOptions, 'handler'> & Partial<ReaderSiteOptions>): Promise<LocalSite> {
    const local = new LocalSite((failures) =>
      createReaderSite({
        siteUrl: 'https://news.example',
        site: { name: 'The Daily', language: 'en' },
        maxBytes: 1_000_000,
        surrogateMaxAge: 1,
        databaseIsDown: () => Promise.resolve(false),
        onFailure: (error, path) => failures.push({ error, path }),
        ...options,
      }),
    );
    await new Promise<void>((resolve) => {
      local.#server.listen(0, '127.0.0.1', resolve);
    });
    return local;
  }

  /** Sends the target as it is, with nothing decoded and no redirect followed. */
  get(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Reply> {
    const { port } = this.#server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const outgoing = request({ port, host: '127.0.0.1', path: target, method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
      outgoing.on('error', reject);
      outgoing.end();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
