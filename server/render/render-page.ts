import { escapeHtml } from '#lib/html.ts';
import { type Trace, withTrace } from '#lib/trace.ts';
import { pathIn } from '#server/http/request-path.ts';
import type { PageAddress } from '#server/page-cache/page-address.ts';
import type { PageContent } from '#server/page-cache/page-content.ts';
import { type Captured, captureResponse, type RequestHandler } from './capture-response.ts';
import { contentHeaders } from './content-headers.ts';
import { stripNextScripts } from './strip-next-scripts.ts';

export interface RenderSettings {
  /** Next's request handler. */
  readonly handler: RequestHandler;
  /** The site's address: the page knows no other host, whatever the reader's request said. */
  readonly siteUrl: string;
  /** Milliseconds after which a render is given up. */
  readonly deadline: number;
  /** In development Next's scripts stay, for hot reload. */
  readonly development: boolean;
}

export interface RenderedPage {
  readonly content: PageContent;
  readonly trace: Trace;
}

/** A page could not be rendered. Its message is for the log, not for readers. */
export class RenderFailure extends Error {
  readonly timedOut: boolean;

  constructor(message: string, options: { cause?: unknown; timedOut?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = 'RenderFailure';
    this.timedOut = options.timedOut ?? false;
  }
}

/**
 * Has Next render a reader's page, traced, and makes of its answer what readers get: the status that the page recorded,
 * no script of Next's, no header of Next's. Throws a RenderFailure where there is no page to show.
 */
export async function renderPage(address: PageAddress, settings: RenderSettings): Promise<RenderedPage> {
  const signal = AbortSignal.timeout(settings.deadline);
  try {
    const { value, trace } = await withTrace(
      () =>
        captureResponse(
          settings.handler,
          { method: 'GET', url: urlForNext(address), headers: requestHeaders(address, settings.siteUrl) },
          signal,
        ),
      { forEverybody: true },
    );
    return { content: toContent(value, trace, address, settings), trace };
  } catch (error) {
    if (error instanceof RenderFailure) throw error;
    if (signal.aborted) throw new RenderFailure('Rendering took too long.', { cause: error, timedOut: true });
    throw new RenderFailure('Rendering threw an error.', { cause: error });
  }
}

/** Addresses at which Next shows bare pages of its own: here nothing is at them, and the page of help says so. */
const takenByNext = /^\/(?:404|500|_error|_not-found)$/;

/** No page has an address of three segments that begins like this, so that it is answered as unmatched. */
const urlForNext = ({ url }: PageAddress): string => (takenByNext.test(pathIn(url)) ? `/-/-${pathIn(url)}` : url);

/**
 * All that Next learns of the request. Nothing of the reader's own is among it (cookies, `RSC`, `Next-*`, conditions,
 * ranges, forwarding), so a page cannot depend on who asked first. The path is for the layout, which Next tells none.
 * Without a user agent Next would stream metadata into the body.
 */
function requestHeaders(address: PageAddress, siteUrl: string): Record<string, string> {
  const { host, protocol } = new URL(siteUrl);
  return {
    host,
    'x-forwarded-proto': protocol.slice(0, -1),
    'user-agent': 'Broadsheet',
    accept: address.mediaType ?? '*/*',
    'x-broadsheet-path': address.url,
  };
}

function toContent(captured: Captured, trace: Trace, address: PageAddress, settings: RenderSettings): PageContent {
  const { status, headers, body } = captured;
  if (status >= 500) throw new RenderFailure(`Next answered ${status}.`);
  const negotiated = address.mediaType !== undefined;
  const location = headers.location;
  if (status >= 300 && status < 400 && typeof location === 'string') {
    return { ...redirectNote(location), status, headers: contentHeaders(headers), negotiated };
  }
  const contentType = String(headers['content-type'] ?? 'application/octet-stream');
  const isHtml = contentType.startsWith('text/html');
  const html = isHtml ? body.toString('utf8') : '';
  if (isHtml && isErrorDocument(html)) {
    throw new RenderFailure(`Next answered ${status} with an empty error document.`);
  }
  return {
    status: status === 200 ? trace.outcome : status,
    contentType,
    body: isHtml && !settings.development ? Buffer.from(stripNextScripts(html)) : body,
    headers: contentHeaders(headers),
    negotiated,
  };
}

/** What Next sends for an error or a `notFound()`: a page that only its scripts could fill. */
function isErrorDocument(html: string): boolean {
  return /^<!DOCTYPE html><html[^>]* id="__next_error__"/i.test(html.slice(0, 200));
}

function redirectNote(location: string): { contentType: string; body: Buffer } {
  const href = escapeHtml(location);
  const html = `<!DOCTYPE html><html lang="en"><title>Moved</title><p>This page has moved: <a href="${href}">${href}</a></p></html>`;
  return { contentType: 'text/html; charset=utf-8', body: Buffer.from(html) };
}
