import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { enqueueJob } from '#db/jobs.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { settings } from '#db/schema/setting.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { changeSettingsInput } from '#features/settings/schema.ts';
import { userIdOf } from '#features/user/actor.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { say } from '#lib/desk-words.ts';
import { Refusal } from '#lib/errors.ts';

/** Changes the settings that are named and leaves the others. Refuses 'not_found' for a logo that the library does not have. */
export const changeSettings = defineCommand({
  name: 'settings.change',
  input: changeSettingsInput,
  allows: (actor) => canManage(actor, 'settings'),
  async run({ tx, actor, input, refresh, audit }) {
    if (input.logo) await holdLogo(tx, input.logo);
    const changedBy = userIdOf(actor);
    for (const [key, value] of Object.entries(input)) {
      await tx
        .insert(settings)
        .values({ key, value, changedBy })
        .onConflictDoUpdate({
          target: settings.key,
          set: { value, changedBy, changedAt: sql`now()` },
          setWhere: sql`${settings.value} <> excluded.value`,
        });
    }
    if (input.fediverse === 'on') await enqueueJob(tx, 'catch-up-followers', {}, { key: 'catch-up-followers' });
    refresh([cacheTags.settings]);
    audit({ subjectKind: 'settings', subjectId: 'site', details: input });
    return input;
  },
});

/** Keeps the picture from being deleted until the transaction ends. */
async function holdLogo(tx: Transaction, assetId: string): Promise<void> {
  const { id } = mediaAssets;
  const [found] = await tx.select({ id }).from(mediaAssets).where(eq(id, assetId)).for('share');
  if (!found) throw new Refusal('not_found', say('media.notFound'));
}
