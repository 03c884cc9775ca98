import type { IncomingMessage } from 'node:http';
import { Refusal } from '#lib/errors.ts';
import { HttpProblem } from './json-answer.ts';

/**
 * The fields of a small posted form or JSON object. Throws `HttpProblem` 413 for more than `maxBytes` and 415 for
 * another media type, and `Refusal` 'invalid' for JSON that is none.
 */
export async function readFields(request: IncomingMessage, maxBytes: number): Promise<Record<string, unknown>> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  const parse = parsers[type.trim().toLowerCase()];
  if (!parse) {
    throw new HttpProblem(415, 'media_type', 'Send application/json or application/x-www-form-urlencoded.', {
      accept: Object.keys(parsers).join(', '),
    });
  }
  return parse((await readBody(request, maxBytes)).toString('utf8'));
}

const parsers: Record<string, (text: string) => Record<string, unknown>> = {
  'application/json': parseJson,
  'application/x-www-form-urlencoded': (text) => Object.fromEntries(new URLSearchParams(text)),
};

function parseJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new Refusal('invalid', 'The body is not a JSON object.');
}

/** The whole body. Throws `HttpProblem` 413 for more than `maxBytes`; where it breaks off, `request.errored` is set too. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = new HttpProblem(413, 'too_large', `The body is larger than ${maxBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge;
  const chunks: Buffer[] = [];
  let size = 0;
  // Left early, `for await` would destroy the connection, and the answer with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw tooLarge;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
