/**
 * What a browser may do with an answer of ours, as a flat header array. Reader pages load nothing from elsewhere and run
 * no inline script; in development Next's own scripts and styles may run.
 */
export function securityHeaders(
  contentType: string,
  settings: { readonly https: boolean; readonly development: boolean },
  /** CSP sources for styles besides the site's own files, such as the hash of an inline style. */
  styleSource?: string,
): string[] {
  const isHtml = contentType.startsWith('text/html');
  return [
    'Content-Security-Policy',
    settings.development ? developmentPolicy : contentSecurityPolicy(styleSource),
    'X-Content-Type-Options',
    'nosniff',
    'Referrer-Policy',
    'strict-origin-when-cross-origin',
    ...(isHtml ? ['Permissions-Policy', permissions, 'Speculation-Rules', '"/speculation-rules.json"'] : []),
    ...(settings.https ? ['Strict-Transport-Security', 'max-age=31536000'] : []),
  ];
}

const permissions = 'browsing-topics=(), camera=(), geolocation=(), microphone=()';

function contentSecurityPolicy(styleSource?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleSource ? ` ${styleSource}` : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const developmentPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' ws:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
