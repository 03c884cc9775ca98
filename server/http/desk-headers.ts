import { randomBytes } from 'node:crypto';

export interface DeskSettings {
  readonly https: boolean;
  readonly development: boolean;
}

/** Whether a path belongs to the desk, whose pages run scripts and are made for one person. */
export const isDeskPath = (path: string): boolean => path === '/desk' || path.startsWith('/desk/');

/**
 * The desk's Content-Security-Policy for one answer. Next reads the nonce from the request's header of the same name
 * and writes it on its scripts; `strict-dynamic` lets those load theirs, and nothing else runs.
 */
export function deskPolicy({ development }: DeskSettings): string {
  const nonce = randomBytes(16).toString('base64');
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Menus and the editor place themselves by style attributes, and a kept library brings its sheet as an element.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The other headers of the desk's answers. Its addresses, which may hold a link's secret, are told to no other site. */
export function deskHeaders({ https }: DeskSettings): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
