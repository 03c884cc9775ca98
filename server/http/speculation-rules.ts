import type { ServerResponse } from 'node:http';

/** Made for one reader or one editor, or counted when it is asked for. */
const ownPages = ['/vote/*', '/preview/*', '/desk/*', '/*/votes'];

/**
 * Which links a browser may fetch ahead: any of our own pages, when the reader is about to click. Pages that are made
 * for one reader or count, and files for machines, are left out. The header `Speculation-Rules` of each page names this file.
 */
const rules = JSON.stringify({
  prefetch: [
    {
      where: {
        and: [
          { href_matches: '/*' },
          { not: { href_matches: [...ownPages, '/api/*', '/*.xml', '/*.json', '/*.txt', '/media/*'] } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
});

/** Answers `/speculation-rules.json`. */
export function speculationRules(response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'application/speculationrules+json',
    'Cache-Control': 'public, max-age=3600',
    'Content-Length': Buffer.byteLength(rules),
  });
  response.end(rules);
}
