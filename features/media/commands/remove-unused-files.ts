import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { mediaAssets } from '#db/schema/media.ts';
import { removeFiles } from '#features/media/picture-files.ts';

/** Removes the files of bytes that no picture has any more, or never came to have; those of a picture stay. */
export async function removeUnusedFiles(sha256: string): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`);
    const [used] = await tx.select({ id: mediaAssets.id }).from(mediaAssets).where(eq(mediaAssets.sha256, sha256));
    if (!used) await removeFiles(sha256);
  });
}
