import 'server-only';
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import { eq } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { writePurge } from '#db/outbox.ts';
import { fediverseKey } from '#db/schema/fediverse.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { env } from '#lib/env.ts';
import { seal, unseal } from '#lib/sealed.ts';

export interface SigningKey {
  /** SPKI, as PEM. */
  readonly publicKey: string;
  /** PKCS 8. */
  readonly privateKey: Buffer;
}

/**
 * The keys that the site and its authors sign with; made when they are first asked for, and anew where the site's secret
 * is another than the one that sealed them: other servers fetch the new one when a signature does not fit.
 */
export async function readSigningKey(): Promise<SigningKey> {
  const kept = await read();
  return kept ?? make();
}

async function read(): Promise<SigningKey | null> {
  const [row] = await database().select().from(fediverseKey);
  const opened = row && unseal(purpose, row.sealedPrivateKey, secret());
  return opened ? { publicKey: row.publicKey, privateKey: Buffer.from(opened, 'base64') } : null;
}

const purpose = 'fediverse key';

/** Of two processes that make one at the same time, the first one's is everybody's. */
async function make(): Promise<SigningKey> {
  const pair = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  const privateKey = Buffer.from(pair.privateKey);
  await database().transaction(async (tx) => {
    const sealedPrivateKey = seal(purpose, privateKey.toString('base64'), secret());
    const [kept] = await tx.select().from(fediverseKey).for('update');
    if (kept && unseal(purpose, kept.sealedPrivateKey, secret()) !== null) return;
    if (kept) await tx.delete(fediverseKey).where(eq(fediverseKey.only, true));
    await tx.insert(fediverseKey).values({ publicKey: pair.publicKey, sealedPrivateKey }).onConflictDoNothing();
    // Whoever read an actor holds the old key.
    if (kept) await writePurge(tx, { kind: 'refresh', tags: [cacheTags.settings] });
  });
  const made = await read();
  if (!made) throw new Error('The signing key cannot be read again: is BROADSHEET_SECRET the same in every process?');
  return made;
}

function secret(): string {
  const { BROADSHEET_SECRET } = env();
  if (!BROADSHEET_SECRET) throw new Error('BROADSHEET_SECRET is not set: the signing key is sealed with it.');
  return BROADSHEET_SECRET;
}
