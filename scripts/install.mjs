import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.broadsheet-installed');
const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const hasGroups = process.platform !== 'win32';
/** What does not end in this time when it is asked to is killed. */
const patienceMilliseconds = 3_000;
const link = join(modules, '.bin', 'node');

/** Something that the person at the terminal can mend; the message is one sentence. */
export class InstallProblem extends Error {}

/**
 * Sees to it that node_modules is what package-lock.json says and that the pinned Node runs. Needs nothing but Node
 * itself. Resolves to the path of the pinned Node.
 */
export async function ensureInstalled(progress) {
  requireNode(20, 19);
  if (!isInstalled()) {
    await progress.step('Installing packages', (note) =>
      runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], note),
    );
    writeFileSync(stamp, wanted());
  }
  if (!runs(pinnedNode)) await progress.step('Installing Node 24', installPinnedNode);
  if (!runs(pinnedNode)) {
    throw new InstallProblem(
      'The pinned Node 24 does not run on this machine; run Broadsheet with a Node 24 of your own.',
    );
  }
  return pinnedNode;
}

/**
 * Runs a TypeScript program of ours under the pinned Node in place of this process: signals are handed on, and the
 * program ends when this process or the npm that started it is gone. Exits with the program's exit code.
 */
export function becomeProgram(node, program, parameters) {
  const child = spawn(node, ['--conditions=react-server', join(root, program), ...parameters], {
    cwd: root,
    // The program learns from the closed channel that this process is gone, even by SIGKILL.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of stopSignals) process.on(signal, () => child.kill(signal));
  const watch = watchParent(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    clearInterval(watch);
    process.exit(signal ? 1 : (code ?? 1));
  });
}

/** Prints one sentence for a known problem, else everything, and ends with exit code 1. */
export function endWithProblem(error) {
  console.error(error instanceof InstallProblem ? error.message : error);
  process.exit(1);
}

function requireNode(major, minor) {
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new InstallProblem(
    `Broadsheet needs Node ${major}.${minor} or newer to start and this is ${process.versions.node}; install a newer one.`,
  );
}

function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted();
  // Installed by hand: npm writes its own record when it has finished.
  const record = statSync(join(modules, '.package-lock.json'), { throwIfNoEntry: false });
  if (!record || record.mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return false;
  writeFileSync(stamp, wanted());
  return true;
}

/** What has to be installed, and for which kind of machine. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

async function installPinnedNode() {
  // What the package's own install script does, for machines where npm is told to run none.
  const { version } = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8'));
  const code = await finished(
    start(process.execPath, ['installArchSpecificPackage.js'], {
      cwd: join(modules, 'node'),
      env: { ...process.env, npm_config_ignore_scripts: 'false' },
      stdio: 'ignore',
    }),
  );
  if (code !== 0) throw new InstallProblem(`Node ${version} could not be installed; check the network and try again.`);
  // npm links only what is there when it installs; every npm script finds Node by this link.
  if (process.platform !== 'win32' && !existsSync(link)) symlinkSync('../node/bin/node', link);
}

async function runNpm(parameters, note) {
  // Under `npm run`, the same npm; its file is JavaScript.
  const npm = process.env.npm_execpath;
  const child = npm
    ? start(process.execPath, [npm, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
    : start('npm', parameters, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  note('npm ci');
  if ((await finished(child)) === 0) return;
  console.error(output.trim().split('\n').slice(-30).join('\n'));
  const why = /ENOSPC|no space left/i.test(output)
    ? 'the disk is full; free some space'
    : 'see above; check the network';
  throw new InstallProblem(`The packages could not be installed (npm ci failed: ${why} and try again).`);
}

/** Starts a program with all that it starts in a group of its own, which ends with it when this process is asked to. */
function start(program, parameters, options) {
  return spawn(program, parameters, { cwd: root, detached: hasGroups, ...options });
}

/** Resolves to the program's exit code. Asked to end meanwhile, this process ends the program first, then itself. */
function finished(child) {
  let asked = false;
  const end = () => {
    signalGroup(child, 'SIGTERM');
    if (!asked) setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMilliseconds).unref();
    asked = true;
  };
  for (const signal of stopSignals) process.on(signal, end);
  const watch = watchParent(end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      for (const signal of stopSignals) process.off(signal, end);
      if (asked) process.exit(1);
      resolve(code);
    });
  });
}

function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(hasGroups ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function runs(node) {
  return existsSync(node) && spawnSync(node, ['--version']).status === 0;
}

const parent = process.ppid;
const grandparent = parentOf(parent);

function watchParent(end) {
  return setInterval(() => {
    if (parentIsGone()) end();
  }, 200);
}

/** When npm was killed, nobody waits for this program any more. npm may have put a shell in between. */
function parentIsGone() {
  if (!process.env.npm_lifecycle_event) return false;
  return process.ppid !== parent || (grandparent !== null && parentOf(parent) !== grandparent);
}

/** The parent of a shell, on Linux; null where that cannot be told or the process is no shell. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const isShell = /\((?:sh|dash|bash)\)/.test(stat);
    return isShell ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : null;
  } catch {
    return null;
  }
}
