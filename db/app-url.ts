import { createHmac } from 'node:crypto';
import { StartProblem } from '#lib/start-problem.ts';

/** The role that the running site signs in as. */
export const appRole = 'broadsheet_app';

/**
 * The database as the running site sees it: the owner's URL with the site's own role in it. Its password follows
 * from the owner's (HMAC-SHA256), so that every host comes to the same one without a secret to hand around.
 */
export function deriveAppUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  if (url.password === '') {
    throw new StartProblem(
      'DATABASE_URL holds no password from which the site could derive its own; ' +
        `set DATABASE_APP_URL with the role ${appRole} and a password of your choice.`,
    );
  }
  url.username = appRole;
  url.password = createHmac('sha256', decodeURIComponent(url.password)).update(appRole).digest('base64url');
  return url.href;
}
