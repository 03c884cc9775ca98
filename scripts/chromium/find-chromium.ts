import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { environmentFor } from '#lib/env.ts';

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/snap/bin/chromium'];

/**
 * A Chromium for the tests: CHROMIUM_PATH, Playwright's own, one that is installed, else one that is fetched by
 * Playwright or, as root on Debian, by apt. Throws an error of one sentence when none of these is to be had.
 */
export async function findChromium(log: (line: string) => void, environment: NodeJS.ProcessEnv): Promise<string> {
  const { CHROMIUM_PATH } = environment;
  if (CHROMIUM_PATH) {
    if (await isExecutable(CHROMIUM_PATH)) return CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH names '${CHROMIUM_PATH}', which cannot be run: correct it or leave it out.`);
  }
  return (
    (await playwrightsOwn()) ??
    (await installed(environment)) ??
    (await fetchByPlaywright(log)) ??
    (await fetchByApt(log, environment)) ??
    Promise.reject(new Error('There is no Chromium: install one, or name it in CHROMIUM_PATH.'))
  );
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return (await isExecutable(path)) ? path : null;
}

async function installed(environment: NodeJS.ProcessEnv): Promise<string | null> {
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  for (const path of [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...usualPlaces]) {
    if (await isExecutable(path)) return path;
  }
  return null;
}

async function fetchByPlaywright(log: (line: string) => void): Promise<string | null> {
  log('Fetching a Chromium by Playwright');
  const tool = join('node_modules', '.bin', 'playwright');
  await run(tool, ['install', 'chromium'], { timeout: 300_000 }).catch(() => undefined);
  return playwrightsOwn();
}

async function fetchByApt(log: (line: string) => void, environment: NodeJS.ProcessEnv): Promise<string | null> {
  if (process.getuid?.() !== 0 || !(await isExecutable('/usr/bin/apt-get'))) return null;
  log('Fetching a Chromium by apt-get');
  const quiet = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env: quiet, timeout: 300_000 }).catch(() => undefined);
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
    env: quiet,
    timeout: 600_000,
    maxBuffer: 64 * 1024 * 1024,
  }).catch(() => undefined);
  return installed(environment);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Run by itself it prints the path. */
if (import.meta.main) {
  try {
    console.log(await findChromium((line) => console.error(line), environmentFor({})));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
