import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environmentFor } from '#lib/env.ts';
import { describeFailure } from '#lib/start-problem.ts';
import { createProgress, type Progress } from './progress.mjs';
import { runToEnd } from './run-to-end.ts';
import { fingerprintSources } from './sources/fingerprint.ts';

const root = join(import.meta.dirname, '..');
const stamp = join(root, '.next', 'broadsheet-build');

export interface BuildOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Builds for production, unless what stands in .next was built of exactly these sources. */
export async function buildIfStale(options: BuildOptions): Promise<void> {
  const fingerprint = await fingerprintSources(root);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === fingerprint) return;
  await build(options);
  await mkdir(join(root, '.next'), { recursive: true });
  await writeFile(stamp, fingerprint);
}

/** Builds in order: the readers' islands, what the programs in scripts/build make, then Next's production build. */
async function build({ environment, progress, signal }: BuildOptions): Promise<void> {
  await rm(stamp, { force: true });
  // A build reads no database: what it read would be old by the time a reader sees it.
  const variables: NodeJS.ProcessEnv = {
    ...environment,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: '',
    DATABASE_APP_URL: '',
  };
  const run = (title: string, parameters: string[]) =>
    progress.step(title, (note) => runToEnd({ title, parameters, environment: variables, cwd: root, note, signal }));
  await run('Bundling the islands', [
    '--conditions=react-server',
    '--input-type=module',
    '--eval=import { buildIslands } from "#islands/build.ts"; await buildIslands();',
  ]);
  for (const file of await partsInOrder()) {
    await run(`Building ${file.replace(/^\d+-|\.ts$/g, '')}`, ['--conditions=react-server', `scripts/build/${file}`]);
  }
  await run('Building the site', ['node_modules/next/dist/bin/next', 'build']);
}

async function partsInOrder(): Promise<string[]> {
  const folder = join(import.meta.dirname, 'build');
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((file) => /(?<!\.test|\.d)\.ts$/.test(file)).sort();
}

if (import.meta.main) {
  try {
    const environment = environmentFor({});
    await buildIfStale({ environment, progress: createProgress(), signal: new AbortController().signal });
  } catch (error) {
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
