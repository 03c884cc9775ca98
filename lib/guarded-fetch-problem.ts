/** Why something was not fetched. */
export type FetchReason =
  | 'scheme'
  | 'credentials'
  | 'port'
  | 'private'
  | 'unknown_host'
  | 'unreachable'
  | 'status'
  | 'redirects'
  | 'encoding'
  | 'too_large'
  | 'too_slow';

/** A fetch that was not made or not finished. `host` is what the reason is about, `status` the answer of that host. */
export class FetchRefused extends Error {
  readonly reason: FetchReason;
  readonly host: string;
  readonly status: number | undefined;

  constructor(reason: FetchReason, host: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(`${host} was not fetched (${reason})`, { cause });
    this.name = 'FetchRefused';
    this.reason = reason;
    this.host = host;
    this.status = status;
  }
}
