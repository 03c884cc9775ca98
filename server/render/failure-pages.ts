import { createHash } from 'node:crypto';
import { pageTitle, type Site } from '#features/site/model.ts';
import { attributes, escapeHtml } from '#lib/html.ts';
import { wordsFor } from '#lib/messages.ts';
import { securityHeaders } from '#server/http/security-headers.ts';

/** What can be answered without the database and without Next. */
export type FailurePageStatus = 400 | 403 | 409 | 413 | 414 | 500 | 503;

/** Which of them: the status alone, or what happened where a status has two. */
export type FailurePageName = FailurePageStatus | 'malformed';

/** What a failure page says of its site; `language` is BCP 47. */
export type NamedSite = Pick<Site, 'name' | 'language'>;

/** A whole page, ready to send: a flat header array and the bytes. */
export interface FailurePage {
  readonly status: FailurePageStatus;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Makes every failure page once, in the site's language and under its name. */
export function failurePages(site: NamedSite, https: boolean): Readonly<Record<FailurePageName, FailurePage>> {
  const page = (name: FailurePageName) => failurePage(name, site, https);
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

function failurePage(name: FailurePageName, site: NamedSite, https: boolean): FailurePage {
  const status = name === 'malformed' ? 400 : name;
  const body = Buffer.from(html(name, status, site));
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

function html(page: FailurePageName, status: FailurePageStatus, site: NamedSite): string {
  const say = wordsFor(site.language);
  const heading = say(`failure.${page}.title`);
  return `<!DOCTYPE html>
<html${attributes({ lang: site.language })}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(pageTitle(heading, site))}</title>
<style>${style}</style>
</head>
<body>
<main>
<p><a class="site" href="/">${escapeHtml(site.name)}</a></p>
<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(say(`failure.${page}.text`))}</p>
<p><a href="/">${escapeHtml(say('failure.front'))}</a></p>
<p class="code">${status}</p>
</main>
</body>
</html>
`;
}
