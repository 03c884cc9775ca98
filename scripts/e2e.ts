import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './chromium/find-chromium.ts';

/** Runs the tests in a browser against the production build. What is given on the command line goes to Playwright. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const chromium = await findChromium(say, process.env).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
say(`Chromium: ${chromium}`);
const tool = join('node_modules', '@playwright', 'test', 'cli.js');
const child = spawn(process.execPath, [tool, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: chromium },
});
child.on('exit', (code) => process.exit(code ?? 1));
