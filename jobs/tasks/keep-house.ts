import type { Task } from 'graphile-worker';
import { ensureViewPartitions, forgetDraftCopies, sweepPurges } from '#db/sweep.ts';
import { forgetFediverse } from '#features/fediverse/commands/forget-fediverse.ts';
import { forgetPings } from '#features/ping/commands/forget-pings.ts';
import { forgetPreviewLinks } from '#features/preview/queries-links.ts';
import { forgetCoReads } from '#features/recommendation/commands/record-co-reads.ts';
import { forgetEndedEntries } from '#features/search/commands/index-missing.ts';
import { forgetOldSessions } from '#features/session/commands/forget-old-sessions.ts';
import { forgetNetworks } from '#features/vote/network-hash.ts';
import { sealVotes } from '#features/vote/seal-votes.ts';
import { forgetKeptMails } from '#lib/kept-mail.ts';

/** Every night: what happened to votes the day before is sealed, what is no longer needed goes, what will be needed is made. */
export const keepHouseTask: Task = async () => {
  await sealVotes();
  await sweepPurges();
  await forgetDraftCopies();
  await ensureViewPartitions();
  await forgetOldSessions();
  await forgetPreviewLinks();
  await forgetEndedEntries();
  await forgetNetworks();
  await forgetKeptMails();
  await forgetCoReads();
  await forgetPings();
  await forgetFediverse();
};
