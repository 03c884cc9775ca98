import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { environmentFor } from '#lib/env.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-interrupted-'));
// Postgres's own user must get in.
await chmod(folder, 0o755);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('an import that is broken off leaves no server running', { timeout: 120_000 }, async () => {
  const story = (number: number) =>
    JSON.stringify({ title: `Ferry ${number}`, section: 'Local', body: 'A boat left.' });
  const file = join(folder, 'stories.jsonl');
  await writeFile(file, Array.from({ length: 20_000 }, (_, number) => story(number)).join('\n'));
  const program = spawn(process.execPath, ['--conditions=react-server', 'scripts/import.ts', file], {
    cwd: root,
    env: environmentFor({ BROADSHEET_DATA: join(folder, 'data') }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  program.stdout.setEncoding('utf8');
  for await (const said of program.stdout.iterator({ destroyOnReturn: false })) if (/Importing/.test(said)) break;
  const running = async () =>
    (await readdir(join(folder, 'data'), { recursive: true })).filter((name) => name.endsWith('postmaster.pid'));
  expect(await running()).toHaveLength(1);
  program.stdout.resume();
  program.kill('SIGINT');
  expect(await once(program, 'close')).toEqual([130, null]);
  await expect.poll(running, { timeout: 20_000 }).toEqual([]);
});
