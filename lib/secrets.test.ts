import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSecrets, savedSecrets } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the site’s secrets', () => {
  test('are made once, for this account alone, and are the same at the next start', async () => {
    expect(await savedSecrets(folder)).toBeNull();
    const made = await loadSecrets(folder, {});
    expect(Buffer.from(made.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, 'base64')).toHaveLength(32);
    expect(made.BROADSHEET_SECRET.length).toBeGreaterThanOrEqual(32);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await loadSecrets(folder, {})).toEqual(made);
  });

  test('are the same for starters that come at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(folder, {})));
    expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1);
  });

  test('are taken from the environment where it gives them', async () => {
    const BROADSHEET_SECRET = 'a secret of the environment, long enough';
    const loaded = await loadSecrets(folder, { BROADSHEET_SECRET });
    expect(loaded.BROADSHEET_SECRET).toBe(BROADSHEET_SECRET);
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).not.toContain(BROADSHEET_SECRET);
    expect(loaded.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).toBe(
      (await savedSecrets(folder))?.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    );
  });

  test('are closed to others again after a copy that opened them', async () => {
    await loadSecrets(folder, {});
    await chmod(join(folder, 'secrets.json'), 0o644);
    await loadSecrets(folder, {});
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  test.for(['', '{', '{}', '{"BROADSHEET_SECRET":"short"}'])(
    'are not replaced when the file holds %j',
    async (text) => {
      await writeFile(join(folder, 'secrets.json'), text);
      await expect(loadSecrets(folder, {})).rejects.toThrow(/^The secrets in .* are damaged; .*\.$/);
      expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe(text);
    },
  );
});
