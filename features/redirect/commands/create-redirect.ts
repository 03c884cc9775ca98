import 'server-only';
import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { redirects } from '#db/schema/redirect.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { covers, follow, isOwnAddress, pathOfTarget, redirectPath, redirectTarget } from '#features/redirect/model.ts';
import { createRedirectInput } from '#features/redirect/schema.ts';
import { canManage } from '#features/settings/policy.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { siteUrl } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { problemSentence } from '#lib/problem-sentence.ts';
import { findPageAt } from './find-page-at.ts';
import { redirectsAt, redirectsTo } from './find-redirects.ts';

/**
 * Sends an address without a page to another, for good (308). Refused where a page stands at it, and where it would
 * make a circle or send a reader on twice.
 */
export const createRedirect = defineCommand({
  name: 'redirect.create',
  input: createRedirectInput,
  allows: (actor) => canManage(actor, 'redirect'),
  async run({ tx, input, refresh, audit }) {
    const redirect = readAddresses(input);
    // Two at once could make a chain that neither sees.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('broadsheet.redirects'))`);
    const page = isOwnAddress(redirect.path) ? 'the site itself answers there' : await findPageAt(tx, redirect.path);
    if (page) throw new Refusal('conflict', `A redirect from '${redirect.path}' would never be followed: ${page}.`);
    await refuseChain(tx, redirect);
    const [made] = await tx.insert(redirects).values(redirect).onConflictDoNothing().returning({ id: redirects.id });
    if (!made) throw new Refusal('conflict', `There is a redirect from '${redirect.path}' already: remove it first.`);
    refresh([cacheTags.redirects]);
    audit({ subjectKind: 'redirect', subjectId: made.id, details: { ...redirect } });
    return redirect;
  },
});

interface Redirect {
  readonly path: string;
  readonly target: string;
}

function readAddresses(input: Redirect): Redirect {
  const path = redirectPath(input.path, siteUrl());
  const target = redirectTarget(input.target, siteUrl());
  const fields: Record<string, string> = {};
  if (path === null) fields.path = 'must be a path of this site such as /old/page, without ? and #';
  if (target === null) fields.target = 'must be a path such as /world, or an http or https address';
  if (path === null || target === null) {
    const [[name, problem] = ['', '']] = Object.entries(fields);
    throw new Refusal('invalid', problemSentence(name, problem), fields);
  }
  return { path, target };
}

async function refuseChain(tx: Transaction, redirect: Redirect): Promise<void> {
  const landing = pathOfTarget(redirect.target);
  if (landing !== null && covers(redirect, landing)) {
    throw new Refusal('conflict', `'${redirect.path}' would lead to itself: choose another target.`);
  }
  const onward = landing === null ? null : follow(landing, await redirectsAt(tx, landing));
  if (onward) throw new Refusal('conflict', `'${redirect.target}' leads on to '${onward}': give that as the target.`);
  const [before] = await redirectsTo(tx, redirect.path);
  if (before) {
    throw new Refusal('conflict', `'${before.path}' leads here: remove that redirect first, then make it anew.`);
  }
}
