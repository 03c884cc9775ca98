/** What can go wrong in a way that the caller can do something about. Callers match these, never messages. */
export type ErrorCode = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'limited' | 'unavailable';

/** The status of HTTP that fits each; 'fault' is what nobody expected. */
export const statusOf: Record<ErrorCode | 'fault', number> = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limited: 429,
  fault: 500,
  unavailable: 503,
};

/**
 * A refusal with one clear sentence for whoever asked. Anything else that is thrown is a fault: it is logged with its
 * cause and answered generically.
 */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** What is wrong with which field of the input, by dotted path. */
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: ErrorCode, message: string, fields?: Record<string, string>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

/** A refusal of what is asked too often. `retryAfter` is in seconds. */
export class TooMany extends Refusal {
  readonly retryAfter: number;

  constructor(message: string, retryAfter: number) {
    super('limited', message);
    this.retryAfter = retryAfter;
  }
}
