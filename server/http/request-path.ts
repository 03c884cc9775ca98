import type { IncomingMessage } from 'node:http';

/** The path that a request asks for, without its query. */
export const requestPath = (request: IncomingMessage): string => pathIn(request.url ?? '/');

/** An address without its query. */
export const pathIn = (url: string): string => url.split('?', 1)[0] ?? '';

/** The path as it may stand in the log: without the secrets that some links carry. */
export const loggedPath = (request: IncomingMessage): string =>
  requestPath(request).replace(/^(\/preview|\/desk\/(?:first-admin|invitation|reset))\/.*/s, '$1/…');

/**
 * A target in the form in which paths are told apart: without an origin (RFC 9112, section 3.2.2), and letters, digits
 * and hyphens as themselves and not in percent (RFC 3986, section 6.2.2.2), unless one would complete another code.
 */
export function plainTarget(target: string): string {
  if (plain.test(target)) return target;
  const mark = target.search(/[?#]/);
  const path = (mark < 0 ? target : target.slice(0, mark)).replace(/^https?:\/\/[^/]*/i, '');
  const decoded = path.replace(/(?<!%[0-9A-F]?)%(?:2D|3\d|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9A])/gi, (code) => {
    const character = decodeURIComponent(code);
    return /[\w-]/.test(character) ? character : code;
  });
  return (decoded || '/') + (mark < 0 ? '' : target.slice(mark));
}

/** Nearly every target: a path in which no ASCII character is written in percent. */
const plain = /^\/(?:[^%?#]|%[^2-7])*(?:[?#]|$)/;
