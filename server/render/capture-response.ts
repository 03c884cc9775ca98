import { type IncomingHttpHeaders, IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

/** Next's request handler, and anything else that answers in the way of node:http. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Captured {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** All that the handler is to know of a request. */
export interface DetachedRequest {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: IncomingHttpHeaders;
  readonly body?: Buffer;
}

/**
 * Has `handler` answer this request and returns the whole answer. No reader's connection takes part: a reader who leaves
 * does not stop what others wait for, and nothing else of a request can get into the answer. Rejects where the handler
 * does; on `signal` it tells the handler that the client has gone.
 */
export async function captureResponse(
  handler: RequestHandler,
  { method, url, headers, body }: DetachedRequest,
  signal: AbortSignal,
): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  request.url = url;
  request.httpVersion = '1.1';
  request.httpVersionMajor = 1;
  request.httpVersionMinor = 1;
  request.headers = { ...headers };
  request.rawHeaders = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((one) => [name, one]),
  );
  if (body) request.push(body);
  request.push(null);
  const response = new CapturedResponse(request);
  const abort = () => response.destroy(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  try {
    // The first to fail decides: the handler, or the response when the signal cuts it short.
    const [whole] = await Promise.all([response.whole, handler(request, response)]);
    return { status: response.statusCode, headers: response.getHeaders(), body: whole };
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

type Chunk = string | Uint8Array;

/** A response that goes nowhere: it keeps its chunks. */
class CapturedResponse extends ServerResponse {
  readonly whole: Promise<Buffer>;
  readonly #chunks: Buffer[] = [];
  readonly #whole = Promise.withResolvers<Buffer>();

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = this.#whole.promise;
  }

  /** What Next does when rendering breaks off, and we when it takes too long. Next stops at `close`. */
  override destroy(error?: Error): this {
    if (this.destroyed || this.finished) return this;
    this.destroyed = true;
    this.#whole.reject(error ?? new Error('The response was cut short.'));
    this.emit('close');
    return this;
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null);
    if (headers) for (const [name, value] of headerPairs(headers)) this.setHeader(name, value);
    return this;
  }

  override flushHeaders(): void {
    // Nobody waits for the headers.
  }

  override write(chunk: Chunk, encoding?: unknown, done?: unknown): boolean {
    this.#chunks.push(asBuffer(chunk, encoding));
    callback(encoding, done)?.();
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, done?: unknown): this {
    if (this.finished || this.destroyed) return this;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.#chunks.push(asBuffer(chunk, encoding));
    this.finished = true;
    this.#whole.resolve(Buffer.concat(this.#chunks));
    const last = typeof chunk === 'function' ? chunk : callback(encoding, done);
    process.nextTick(() => {
      this.emit('finish');
      last?.();
      this.emit('close');
    });
    return this;
  }
}

function callback(encoding: unknown, done: unknown): (() => void) | undefined {
  const found = typeof encoding === 'function' ? encoding : done;
  return typeof found === 'function' ? (found as () => void) : undefined;
}

function asBuffer(chunk: Chunk, encoding: unknown): Buffer {
  if (typeof chunk !== 'string') return Buffer.from(chunk);
  return Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8');
}

/** Headers as `writeHead` takes them: an object, a flat array or an array of pairs. */
function headerPairs(headers: object): [string, string | string[]][] {
  if (!Array.isArray(headers)) return Object.entries(headers);
  if (Array.isArray(headers[0])) return headers;
  return headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]]] : []));
}
