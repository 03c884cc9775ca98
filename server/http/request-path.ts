import type { IncomingMessage } from 'node:http';

/** The path that a request asks for, without its query: what may stand in the log. */
export const requestPath = (request: IncomingMessage): string => pathIn(request.url ?? '/');

/** An address without its query. */
export const pathIn = (url: string): string => url.split('?', 1)[0] ?? '';
