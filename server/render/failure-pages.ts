import { createHash } from 'node:crypto';
import { pageTitle } from '#features/site/model.ts';
import { escapeHtml } from '#lib/html.ts';
import { securityHeaders } from '#server/http/security-headers.ts';

/** What can be answered without the database and without Next. */
export type FailurePageStatus = 400 | 403 | 409 | 413 | 414 | 500 | 503;

/** Which of them: the status alone, or what happened where a status has two. */
export type FailurePageName = FailurePageStatus | 'malformed';

/** A whole page, ready to send: a flat header array and the bytes. */
export interface FailurePage {
  readonly status: FailurePageStatus;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Makes every failure page once, for a site of this name. */
export function failurePages(siteName: string, https: boolean): Readonly<Record<FailurePageName, FailurePage>> {
  const page = (name: FailurePageName) => failurePage(name, siteName, https);
  return {
    400: page(400),
    403: page(403),
    409: page(409),
    413: page(413),
    414: page(414),
    500: page(500),
    503: page(503),
    malformed: page('malformed'),
  };
}

const words: Readonly<Record<FailurePageName, { heading: string; text: string }>> = {
  400: {
    heading: 'This address is not complete',
    text: 'The address could not be read. It may have been cut off when it was copied.',
  },
  403: {
    heading: 'This form came from another site',
    text: 'For your safety nothing was done. Please open the page on this site and try again there.',
  },
  409: {
    heading: 'This form is out of date',
    text: 'The page has changed since you opened it, and nothing was done. Please go back, reload the page and try again.',
  },
  413: {
    heading: 'This form holds too much',
    text: 'More was sent than any form here takes, and nothing was done.',
  },
  414: {
    heading: 'This address is too long',
    text: 'No page here has an address as long as this. It may have been damaged when it was copied.',
  },
  500: {
    heading: 'Something went wrong here',
    text: 'The fault is ours and has been recorded. Other pages may well work.',
  },
  503: {
    heading: 'We cannot show this page at the moment',
    text: 'Please try again in a minute. Many other pages can be read meanwhile.',
  },
  malformed: {
    heading: 'This form could not be read',
    text: 'It did not arrive whole, and nothing was done. Please go back, reload the page and try again.',
  },
};

const style = `
:root { color-scheme: light dark; font: 1.125rem/1.6 Georgia, 'Times New Roman', serif; }
body { margin: 0; padding: 12vh 1.25rem 2rem; }
main { max-width: 36rem; margin-inline: auto; }
p { margin-block: 1rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin-block: 0 1rem; text-wrap: balance; }
a { color: inherit; text-underline-offset: .2em; }
.site { font-weight: bold; text-decoration: none; }
.code { font-family: system-ui, sans-serif; font-size: .875rem; opacity: .75; }
`;
const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Seconds after which it makes sense to try again. */
const retryAfter = 5;

function failurePage(name: FailurePageName, siteName: string, https: boolean): FailurePage {
  const status = name === 'malformed' ? 400 : name;
  const body = Buffer.from(html(name, status, siteName));
  const contentType = 'text/html; charset=utf-8';
  const headers = [
    'Cache-Control',
    'no-store',
    'Content-Type',
    contentType,
    'Content-Length',
    String(body.length),
    ...(status === 503 ? ['Retry-After', String(retryAfter)] : []),
    ...securityHeaders(contentType, { https, development: false }, styleSource),
  ];
  return { status, headers, body };
}

function html(page: FailurePageName, status: FailurePageStatus, siteName: string): string {
  const { heading, text } = words[page];
  const name = escapeHtml(siteName);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(pageTitle(heading, { name: siteName }))}</title>
<style>${style}</style>
</head>
<body>
<main>
<p><a class="site" href="/">${name}</a></p>
<h1>${heading}</h1>
<p>${text}</p>
<p><a href="/">Go to the front page</a></p>
<p class="code">${status}</p>
</main>
</body>
</html>
`;
}
