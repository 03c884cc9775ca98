import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection } from '#features/article/testing/sample-article.ts';
import type { Actor } from '#features/user/actor.ts';
import { type SampleUser, sampleUser, tester } from '#features/user/testing/sample-user.ts';
import { amendEnvironment } from '#lib/env.ts';
import { Refusal } from '#lib/errors.ts';
import { type Role, roles } from '#lib/vocabulary.ts';
import { addPicture } from './commands/add-picture.ts';
import { addPictureFromAddress } from './commands/add-picture-from-address.ts';
import { deletePicture } from './commands/delete-picture.ts';
import { describePicture } from './commands/describe-picture.ts';
import { storePicture } from './commands/store-picture.ts';
import { photograph } from './testing/sample-pictures.ts';

const { owner } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-picture-rights-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));
const users = new Map<Role, SampleUser>();
let sectionId = '';
let count = 0;

beforeAll(async () => {
  sectionId = await sampleSection('world');
  for (const role of roles) users.set(role, await sampleUser(role));
});

async function add(actor: Actor): Promise<string> {
  count += 1;
  const file = await photograph(20 + count, 20);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const { assetId } = await addPicture(actor, { contents: file, head: file, bytes: file.length, sha256 }, { alt: 'x' });
  return assetId;
}

async function addPublic(actor: Actor): Promise<string> {
  const heroAssetId = await add(actor);
  const { articleId } = await sampleArticle({ sectionId, headline: `Story ${count}`, heroAssetId }, actor);
  await publishArticle(tester, { articleId });
  return heroAssetId;
}

/** Every way of changing pictures, by what the audit log calls it, and who may go it: with a picture of one's own, and with another's. */
const ways: Record<string, { run: (actor: Actor, of: Actor) => Promise<unknown>; own: Role[]; others: Role[] }> = {
  'media.describe': {
    run: async (actor, of) => describePicture(actor, { assetId: await add(of), alt: 'y' }),
    own: [...roles],
    others: ['editor', 'admin'],
  },
  'media.describe where readers see it': {
    run: async (actor, of) => describePicture(actor, { assetId: await addPublic(of), caption: 'y' }),
    own: ['author', 'editor', 'admin'],
    others: ['editor', 'admin'],
  },
  'media.delete': {
    run: async (actor, of) => deletePicture(actor, { assetId: await add(of) }),
    own: [...roles],
    others: ['editor', 'admin'],
  },
};

describe.each(Object.entries(ways))('%s', (act, { run, own, others }) => {
  test.each(roles)('as %s: done or refused as the table says, on own pictures and on others', async (role) => {
    const actor = users.get(role) as SampleUser;
    for (const [of, allowed] of [
      [actor, own],
      [tester, others],
    ] as const) {
      if (allowed.includes(role)) {
        await run(actor, of);
        const [line] = await owner`select action from audit_log where actor_id = ${actor.id} order by id desc limit 1`;
        expect(line?.action).toBe(act.split(' ')[0]);
      } else await expect(run(actor, of)).rejects.toMatchObject({ name: 'Refusal', code: 'forbidden' });
    }
  });
});

test.each([
  ['http://127.0.0.1/x.png', '127.0.0.1 is not on the open internet: its pictures cannot be fetched.'],
  ['ftp://photos.example/x.png', 'Write a web address that begins with http:// or https://.'],
  ['http://me:secret@photos.example/x.png', 'Leave the user name and password out of the address.'],
  ['http://photos.example:22/x.png', 'Only the usual ports of the web, 80 and 443, are asked.'],
])('a web address that may not be fetched is refused in a sentence: %s', async (address, sentence) => {
  const attempt = addPictureFromAddress(users.get('contributor') as SampleUser, { address });
  await expect(attempt).rejects.toMatchObject({ code: 'invalid', message: sentence });
});

test('a contributor may add a picture, and what is no picture is refused in a sentence', async () => {
  const attempt = storePicture(users.get('contributor') as SampleUser, Buffer.from('GIF89a, or so it says'), {});
  await expect(attempt).rejects.toThrow(
    new Refusal('invalid', 'The file’s type is GIF. Pictures are added as JPEG, PNG, WebP or AVIF.'),
  );
});
