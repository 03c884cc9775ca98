import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StartProblem } from '#lib/start-problem.ts';
import { openFile } from './open-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'broadsheet-import-'));
const at = (name: string) => join(folder, name);
afterAll(() => rm(folder, { recursive: true }));

async function read(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await openFile(path)).bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a file is read whole, and an empty one is empty', async () => {
  await writeFile(at('a'), 'abc');
  await writeFile(at('empty'), '');
  expect((await openFile(at('a'))).size).toBe(3);
  expect([await read(at('a')), await read(at('empty'))]).toEqual(['abc', '']);
});

test('a name that is nothing, a folder and a pipe are refused in a sentence, and none is waited for', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  await expect(read(at('nothing'))).rejects.toThrow(`There is no file '${at('nothing')}': check its name.`);
  for (const path of [folder, at('pipe')]) {
    await expect(read(path)).rejects.toThrow(`'${path}' is not a file: an import reads plain files only.`);
  }
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read says so', async () => {
  await writeFile(at('secret'), 'x');
  await chmod(at('secret'), 0o000);
  await expect(read(at('secret'))).rejects.toThrow('may not be read');
});

test.skipIf(!existsSync('/proc/self/mem'))('a file that fails while it is read says so', async () => {
  await expect(read('/proc/self/mem')).rejects.toThrow(
    new StartProblem("The file '/proc/self/mem' cannot be read (EIO)."),
  );
});
