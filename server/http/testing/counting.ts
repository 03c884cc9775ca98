import type { IncomingMessage, ServerResponse } from 'node:http';

/** What every page of `counting` says before its number. */
export const text = '<p>A paragraph like any other.</p>'.repeat(100);

/** Renders a page that counts how often it was rendered. */
export function counting(record: () => void = () => undefined) {
  const counter = { renders: 0 };
  const handler = async (_request: IncomingMessage, response: ServerResponse) => {
    await Promise.resolve();
    counter.renders += 1;
    record();
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`${text}<p>${counter.renders}</p>`);
  };
  return { counter, handler };
}
