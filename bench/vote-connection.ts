import { connect, type Socket } from 'node:net';

export interface VoteAnswer {
  readonly status: number;
  /** The cookie that was given with the answer; '' for none. */
  readonly cookie: string;
  readonly body: string;
}

/**
 * A connection that posts votes one after the other and is opened again where it ended: bare HTTP/1.1, so that little of
 * what is measured is the client's own work. `post` rejects where no whole answer comes.
 */
export class VoteConnection {
  readonly #url: URL;
  #socket: Socket | null = null;
  #text = '';
  #waiting: { resolve: (answer: VoteAnswer) => void; reject: (error: Error) => void } | null = null;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  post(vote: { articleId: string; intent: string; address: string; cookie: string }): Promise<VoteAnswer> {
    const body = JSON.stringify({ articleId: vote.articleId, intent: vote.intent });
    const head = [
      'POST /api/votes HTTP/1.1',
      `host: ${this.#url.host}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      `x-forwarded-for: ${vote.address}`,
      ...(vote.cookie ? [`cookie: ${vote.cookie}`] : []),
    ];
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket ??= this.#open();
      this.#socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect(Number(this.#url.port), this.#url.hostname).setNoDelay().setEncoding('latin1');
    this.#text = '';
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#socket = null;
      this.#settle()?.reject(new Error('The connection ended.'));
    });
    return socket;
  }

  #take(text: string): void {
    this.#text += text;
    const end = this.#text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#text.slice(0, end);
    const body = this.#text.slice(end + 4);
    if (body.length < Number(/^content-length: (\d+)/im.exec(head)?.[1])) return;
    this.#text = '';
    const cookie = /^set-cookie: ([^;\r]+)/im.exec(head)?.[1] ?? '';
    this.#settle()?.resolve({ status: Number(head.slice(9, 12)), cookie, body });
  }

  #settle() {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}
