import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from '#lib/data-folder.ts';
import { env, environmentFor } from '#lib/env.ts';
import { savedSecrets } from '#lib/secrets.ts';
import { describeFailure } from '#lib/start-problem.ts';
import { createProgress, type Progress } from './progress.mjs';
import { runToEnd } from './run-to-end.ts';
import { fingerprintSources } from './sources/fingerprint.ts';
import { listenForStop } from './up/stopping.ts';

const root = join(import.meta.dirname, '..');
const stampFile = () => join(root, env().BUILD_FOLDER, 'broadsheet-build');

export interface BuildOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Builds for production, unless what stands there was built of exactly these sources. */
export async function buildIfStale(options: BuildOptions): Promise<void> {
  const fingerprint = await fingerprintSources(root);
  const stamp = stampFile();
  const built = await readFile(stamp, 'utf8').catch(() => '');
  if (built === fingerprint && existsSync(join(root, 'public', 'assets', 'manifest.json'))) return;
  await rm(stamp, { force: true });
  await buildParts(options);
  await run(options, 'Building the site', ['node_modules/next/dist/bin/next', 'build']);
  await writeFile(stamp, fingerprint);
}

/** Builds what the site needs beside Next's own: the readers' islands, then what each program in scripts/build makes. */
export async function buildParts(options: BuildOptions): Promise<void> {
  await run(options, 'Bundling the islands', ['islands/build.ts']);
  for (const file of await partsInOrder()) {
    await run(options, `Building the ${file.replace(/\.ts$/, '')}`, [`scripts/build/${file}`]);
  }
}

function run({ environment, progress, signal }: BuildOptions, title: string, parameters: string[]): Promise<void> {
  const variables: NodeJS.ProcessEnv = {
    ...environment,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // A build reads no database: what it read would be old by the time a reader sees it.
    DATABASE_URL: '',
    DATABASE_APP_URL: '',
  };
  return progress.step(title, (note) =>
    runToEnd({ title, parameters, environment: variables, cwd: root, note, signal }),
  );
}

async function partsInOrder(): Promise<string[]> {
  const folder = join(import.meta.dirname, 'build');
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((file) => /(?<!\.test|\.d)\.ts$/.test(file)).sort();
}

if (import.meta.main) {
  const { signal } = listenForStop();
  try {
    // The same key as the last time, when there was one: the ids of forms' actions follow from it.
    const environment = environmentFor({ ...(await savedSecrets(dataFolder())) });
    await buildIfStale({ environment, progress: createProgress(), signal });
  } catch (error) {
    if (!signal.aborted) console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
