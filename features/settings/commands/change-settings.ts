import 'server-only';
import { sql } from 'drizzle-orm';
import { enqueueJob } from '#db/jobs.ts';
import { settings } from '#db/schema/setting.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { canManage } from '#features/settings/policy.ts';
import { changeSettingsInput } from '#features/settings/schema.ts';
import { userIdOf } from '#features/user/actor.ts';
import { cacheTags } from '#lib/cache-tags.ts';

/** Changes the settings that are named and leaves the others. */
export const changeSettings = defineCommand({
  name: 'settings.change',
  input: changeSettingsInput,
  allows: (actor) => canManage(actor, 'settings'),
  async run({ tx, actor, input, refresh, audit }) {
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
