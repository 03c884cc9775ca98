import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { describeFailure, StartProblem } from '#lib/start-problem.ts';
import type { BareAnswer } from './bare-server.ts';
import { loadCorpus, pickSample, untilWorkedOff } from './corpus.ts';
import { measureByLighthouse } from './lighthouse.ts';
import { measureMisses } from './misses.ts';
import { type BenchSite, openSite } from './open-site.ts';
import { ask, runScript, startPart, stop } from './processes.ts';
import { lighthouseRows, missRow, names, speedRows, visibilityRows, weightRows } from './rows.ts';
import { markdownTable, missedBars, type Row } from './table.ts';
import { type Contender, measureThroughput, type Speeds } from './throughput.ts';
import { measureVisibility } from './visibility.ts';
import { fetchAs, weighPage } from './weigh-page.ts';

const warmUps = 20;
const misses = 60;
const stories = 9;

const note = (text: string) => process.stderr.write(`${text}\n`);

try {
  const rows = await measureAll(readOptions().corpus);
  process.stdout.write(`\n${markdownTable(rows)}\n`);
  const missed = missedBars(rows);
  for (const bar of missed) note(`Missed: ${bar}.`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} catch (error) {
  note(describeFailure(error));
  process.exitCode = 1;
}
process.exit();

function readOptions(): { corpus?: string | undefined } {
  try {
    return parseArgs({ options: { corpus: { type: 'string' } } }).values;
  } catch (cause) {
    const what = (cause as Error).message.split('.')[0];
    throw new StartProblem(`${what}; use: npm run bench [-- --corpus FILE].`, { cause });
  }
}

/** Everything in one run, on one machine, in one minute or three; what was started is stopped, Ctrl-C or not. */
async function measureAll(corpus?: string): Promise<Row[]> {
  await using cleanup = new AsyncDisposableStack();
  return await Promise.race([measure(cleanup, corpus), interruption()]);
}

function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new StartProblem('The benchmark was interrupted.'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  });
}

async function measure(cleanup: AsyncDisposableStack, corpus?: string): Promise<Row[]> {
  warnOfOtherWork();
  note('Opening the data folder of the benchmark');
  const bench = await openSite(cleanup);
  await runScript('scripts/build.ts', [], bench.environment);
  note(await loadCorpus(bench.sql, bench.environment, corpus));
  bench.startWorker();
  await untilWorkedOff(bench.sql, note);
  await bench.sql`vacuum analyze`;
  const sample = await pickSample(bench.sql, warmUps + misses);
  const site = await bench.startServer({});

  note('Pages that nobody has asked for');
  await measureMisses(site.url, sample.cold.slice(0, warmUps));
  const took = await measureMisses(site.url, sample.cold.slice(warmUps));
  const weight = await weighPage(site.url + sample.hot);
  const speeds = await measureHotPage(bench, site, sample.hot, cleanup);
  note('As Lighthouse sees it');
  const seen = await measureByLighthouse({ article: site.url + sample.hot, front: `${site.url}/` });
  note('From publishing to being seen');
  const settle = () => untilWorkedOff(bench.sql, note);
  const visibility = (await measureVisibility({ ...sample, url: site.url, count: stories, settle })).slice(1);
  return [
    ...speedRows(speeds),
    ...weightRows(weight),
    missRow(took),
    ...visibilityRows(visibility),
    ...lighthouseRows(seen),
  ];
}

/** Ratios bear other work on the machine, times do not. */
function warnOfOtherWork(): void {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  if (load > cores) note(`The machine is busy (load ${load.toFixed(1)} on ${cores} cores): times will be too long.`);
}

type Server = Awaited<ReturnType<BenchSite['startServer']>>;

async function measureHotPage(
  bench: BenchSite,
  site: Server,
  path: string,
  cleanup: AsyncDisposableStack,
): Promise<Speeds> {
  const uncached = await bench.startServer({ PAGE_CACHE: 'off' });
  const bare = startPart('bare-server.ts');
  cleanup.defer(() => stop(bare));
  const generator = startPart('load-generator.ts');
  cleanup.defer(() => stop(generator));
  const answers = [await bareAnswer(site.url + path, 'identity'), await bareAnswer(site.url + path, 'gzip')];
  const [plain, gzip] = await ask<[number, number]>(bare, answers);
  const same = (url: string) => ({ identity: url + path, gzip: url + path });
  const contenders: Contender[] = [
    { name: names.site, process: site.process, url: same(site.url), rounds: 8 },
    {
      name: names.bare,
      process: bare,
      url: { identity: `http://localhost:${plain}${path}`, gzip: `http://localhost:${gzip}${path}` },
      rounds: 8,
    },
    { name: names.uncached, process: uncached.process, url: same(uncached.url), rounds: 2 },
  ];
  return measureThroughput(generator, contenders, note);
}

/** The site's own answer, to be given again by the bare server. What Node adds to every answer, it adds there too. */
async function bareAnswer(url: string, encoding: 'identity' | 'gzip'): Promise<BareAnswer> {
  const { raw, rawHeaders } = await fetchAs(url, encoding);
  const ofNode = new Set(['date', 'connection', 'keep-alive']);
  const headers: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!ofNode.has(name.toLowerCase())) headers.push(name, value);
  }
  return { headers, body: raw };
}
