import 'server-only';
import { eq } from 'drizzle-orm';
import { redirects } from '#db/schema/redirect.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { redirectPath } from '#features/redirect/model.ts';
import { removeRedirectInput } from '#features/redirect/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { siteUrl } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';

/** Ends a redirect: its address answers 404 again. */
export const removeRedirect = defineCommand({
  name: 'redirect.remove',
  input: removeRedirectInput,
  allows: (actor) => canManage(actor, 'redirect'),
  async run({ tx, input, refresh, audit }) {
    const path = redirectPath(input.path, siteUrl()) ?? input.path;
    const [removed] = await tx
      .delete(redirects)
      .where(eq(redirects.path, path))
      .returning({ id: redirects.id, path: redirects.path, target: redirects.target });
    if (!removed) throw new Refusal('not_found', `There is no redirect from '${path}'.`);
    const { id, ...redirect } = removed;
    refresh([cacheTags.redirects]);
    audit({ subjectKind: 'redirect', subjectId: id, details: redirect });
    return redirect;
  },
});
