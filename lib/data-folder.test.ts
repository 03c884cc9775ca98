import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { prepareDataFolder } from './data-folder.ts';
import { mountSmallDisk } from './testing/small-disk.ts';

const scratch = await mkdtemp(join(tmpdir(), 'data folder '));
afterAll(() => rm(scratch, { recursive: true }));

test('a data folder is made with the folders above it, closed to the eyes of others', async () => {
  const folder = join(scratch, 'a', 'b');
  expect(await prepareDataFolder(folder)).toBe(folder);
  expect((await stat(folder)).mode & 0o066).toBe(0);
  expect(await prepareDataFolder(folder)).toBe(folder);
});

test('a data folder that is a file, or lies in one, is named in one sentence', async () => {
  const file = join(scratch, 'file');
  await writeFile(file, 'words');
  await expect(prepareDataFolder(file)).rejects.toThrow(/^The data folder .*file is a file.*BROADSHEET_DATA\.$/);
  await expect(prepareDataFolder(join(file, 'in'))).rejects.toThrow(/is a file, or lies in one/);
});

test.runIf(process.platform === 'linux')('a place where nothing can be made is refused at once', async () => {
  await expect(prepareDataFolder('/proc/broadsheet/data')).rejects.toThrow(/cannot be written \(ENOENT\)/);
});

test('a full disk is named in one sentence', async ({ skip }) => {
  const disk = join(scratch, 'disk');
  await mkdir(disk);
  const unmount = mountSmallDisk(disk, 'nr_inodes=1') ?? skip('only root on Linux can mount a small disk');
  onTestFinished(unmount);
  await expect(prepareDataFolder(join(disk, 'data'))).rejects.toThrow(
    /^The disk that holds \S.*\/disk\/data is full; free some space and start again\.$/,
  );
});
