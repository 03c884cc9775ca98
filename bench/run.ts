import type { ChildProcess } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { describeFailure, StartProblem } from '#lib/start-problem.ts';
import type { BareAnswer } from './bare-server.ts';
import { measureCold } from './cold.ts';
import { loadCorpus, pickSample, untilWorkedOff } from './corpus.ts';
import { measureFlood } from './flood.ts';
import { keepResults, type Measurement, measurements } from './keep-results.ts';
import { measureByLighthouse } from './lighthouse.ts';
import { measureMillion } from './million.ts';
import { millionRows } from './million-rows.ts';
import { measureMisses } from './misses.ts';
import { measureNotModified } from './not-modified.ts';
import { type BenchSite, openSite } from './open-site.ts';
import { ask, runScript, startPart, stop } from './processes.ts';
import { measureRelated } from './related.ts';
import { lighthouseRows, missRow, names, speedRows, visibilityRows, weightRows } from './rows.ts';
import { coldRows, floodRows, notModifiedRows, workerRows } from './rows-of-limits.ts';
import { measureWorkers } from './several-workers.ts';
import { measureSoak } from './soak.ts';
import { soakRows } from './soak-rows.ts';
import { markdownTable, missedBars, type Row } from './table.ts';
import { type Contender, type Encoding, encodings, measureThroughput, type Speeds } from './throughput.ts';
import { measureViewCost } from './view-cost.ts';
import { measureVisibility } from './visibility.ts';
import { measureVoteFlood } from './vote-flood.ts';
import { voteRows } from './vote-rows.ts';
import { fetchAs, weighPage } from './weigh-page.ts';

const warmUps = 20;
const misses = 60;
const stories = 9;
/** Articles of which a miss is measured beside an empty page. */
const coldArticles = 600;

const note = (text: string) => process.stderr.write(`${text}\n`);

try {
  const options = readOptions();
  const rows = await measureAll(options);
  process.stdout.write(`\n${markdownTable(rows)}\n`);
  note(`Kept in ${await keepResults(rows, options.measurement)}`);
  const missed = missedBars(rows);
  for (const bar of missed) note(`Missed: ${bar}.`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} catch (error) {
  note(describeFailure(error));
  process.exitCode = 1;
}
process.exit();

interface Options {
  readonly corpus: string | undefined;
  readonly measurement: Measurement;
}

function readOptions(): Options {
  try {
    const flags = Object.fromEntries(measurements.map((name) => [name, { type: 'boolean' }] as const));
    const { values } = parseArgs({ options: { ...flags, corpus: { type: 'string' } } });
    const asked: Record<string, unknown> = values;
    return {
      corpus: asked.corpus as string | undefined,
      measurement: measurements.find((name) => asked[name]) ?? 'small',
    };
  } catch (cause) {
    const what = (cause as Error).message.split('.')[0];
    const others = measurements.slice(1).map((name) => ` | -- --${name}`);
    throw new StartProblem(`${what}; use: npm run bench [-- --corpus FILE${others.join('')}].`, { cause });
  }
}

/** Everything in one run, on one machine, in one minute or three; what was started is stopped, Ctrl-C or not. */
async function measureAll({ corpus, measurement }: Options): Promise<Row[]> {
  await using cleanup = new AsyncDisposableStack();
  const work: Record<Measurement, () => Promise<Row[]>> = {
    small: async () => measure(await openBuilt(cleanup), cleanup, corpus),
    million: async () => millionRows(await measureMillion(cleanup, note)),
    votes: async () => voteRows(await measureVoteFlood(await openBuilt(cleanup), note)),
    related: () => measureRelated(cleanup, note),
    views: async () => measureViewsOf(await openBuilt(cleanup), corpus),
    soak: async () => soakRows(await measureSoak(await openBuilt(cleanup), note)),
  };
  return await Promise.race([work[measurement](), interruption()]);
}

function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new StartProblem('The benchmark was interrupted.'));
    // Ctrl-C arrives more than once: from the terminal, from npm, and handed on by the launcher.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end);
  });
}

async function openBuilt(cleanup: AsyncDisposableStack): Promise<BenchSite> {
  warnOfOtherWork();
  note('Opening the data folder of the benchmark');
  const bench = await openSite(cleanup);
  await runScript('scripts/build.ts', [], bench.environment);
  return bench;
}

async function measureViewsOf(bench: BenchSite, corpus?: string): Promise<Row[]> {
  note(await loadCorpus(bench.sql, bench.environment, corpus));
  await bench.sql`vacuum analyze`;
  return measureViewCost(bench, note);
}

async function measure(bench: BenchSite, cleanup: AsyncDisposableStack, corpus?: string): Promise<Row[]> {
  note(await loadCorpus(bench.sql, bench.environment, corpus));
  bench.startWorker();
  await untilWorkedOff(bench.sql, note);
  await bench.sql`vacuum analyze`;
  const sample = await pickSample(bench.sql, warmUps + misses, coldArticles);
  const site = await bench.startServer({});

  note('Pages that nobody has asked for');
  await measureMisses(site.url, sample.cold.slice(0, warmUps));
  const took = await measureMisses(site.url, sample.cold.slice(warmUps));
  note('Articles that nobody has asked for beside empty pages');
  const cold = await measureCold({ url: site.url, process: site.process }, sample.others);
  const generator = startPart('load-generator.ts');
  cleanup.defer(() => stop(generator));
  const speeds = await measureHotPage(bench, site, { path: sample.hot, generator }, cleanup);
  note('A page that readers have already');
  const notModified = await measureNotModified(generator, site, sample.hot);
  note('One process and two');
  const workers = await measureWorkers(bench, generator, sample.hot, [1, 2]);
  note('A flood of addresses');
  const flood = await measureFlood();
  note('As Lighthouse sees it');
  const seen = await measureByLighthouse({ article: site.url + sample.hot, front: `${site.url}/` });
  const weight = await weighPage(site.url + sample.hot, seen.article.fonts);
  note('From publishing to being seen');
  const settle = () => untilWorkedOff(bench.sql, note);
  const visibility = (await measureVisibility({ ...sample, url: site.url, count: stories, settle })).slice(1);
  return [
    ...speedRows(speeds),
    ...weightRows(weight),
    missRow(took),
    ...coldRows(cold),
    ...notModifiedRows(notModified),
    ...workerRows(workers),
    ...floodRows(flood),
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
  { path, generator }: { readonly path: string; readonly generator: ChildProcess },
  cleanup: AsyncDisposableStack,
): Promise<Speeds> {
  const uncached = await bench.startServer({ PAGE_CACHE: 'off' });
  const bare = startPart('bare-server.ts');
  cleanup.defer(() => stop(bare));
  // Read twice and then some: by now its brotli is as small as it gets.
  const answers = await Promise.all(encodings.map((encoding) => bareAnswer(site.url + path, encoding)));
  const [plain, gzip, br] = await ask<[number, number, number]>(bare, answers);
  const bareUrl = (port: number) => `http://localhost:${port}${path}`;
  const same = (url: string) => ({ identity: url + path, gzip: url + path, br: url + path });
  const contenders: Contender[] = [
    { name: names.site, process: site.process, url: same(site.url), rounds: 6 },
    {
      name: names.bare,
      process: bare,
      url: { identity: bareUrl(plain), gzip: bareUrl(gzip), br: bareUrl(br) },
      rounds: 6,
    },
    { name: names.uncached, process: uncached.process, url: same(uncached.url), rounds: 2 },
  ];
  return measureThroughput(generator, contenders, note);
}

/** The site's own answer, to be given again by the bare server. What Node adds to every answer, it adds there too. */
async function bareAnswer(url: string, encoding: Encoding): Promise<BareAnswer> {
  const { raw, rawHeaders } = await fetchAs(url, encoding);
  const ofNode = new Set(['date', 'connection', 'keep-alive']);
  const headers: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    if (!ofNode.has(name.toLowerCase())) headers.push(name, value);
  }
  return { headers, body: raw };
}
