import { budgets } from './budgets.ts';
import { loadCorpus, untilWorkedOff } from './corpus.ts';
import { measureMisses } from './misses.ts';
import { type BenchSite, openSite } from './open-site.ts';
import { runScript } from './processes.ts';
import { pickSurfaces } from './surfaces.ts';
import type { Row } from './table.ts';

const stories = 1_000_000;
const warmUps = 10;
const times = 40;

/**
 * Each kind of page without the page cache, among a thousand stories or some and among a million: how long it takes at
 * the 95th percentile. The million is generated once, which takes some quarter of an hour, and kept.
 */
export async function measureMillion(cleanup: AsyncDisposableStack, note: (text: string) => void): Promise<Row[]> {
  const few = await measureSite(cleanup, {
    folder: 'bench',
    note,
    fill: (bench) => loadCorpus(bench.sql, bench.environment),
  });
  const many = await measureSite(cleanup, { folder: 'bench-million', note, fill: (bench) => loadMillion(bench, note) });
  const most = budgets.millionToFew;
  return [
    ...Object.keys(few.surfaces).map((name) => {
      const [small, large] = [few.surfaces[name] ?? Number.NaN, many.surfaces[name] ?? Number.NaN];
      return {
        measure: `${name}: ms at the 95th percentile, ${few.stories} / ${many.stories}, ratio`,
        plain: `${small.toFixed(1)} / ${large.toFixed(1)}, ${(large / small).toFixed(2)}`,
        bar: `≤ ${most}`,
        held: large / small <= most,
      };
    }),
    ...many.tables.map(({ name, size }) => ({ measure: `Table ${name}: MB with its indexes`, plain: size })),
  ];
}

interface Filling {
  readonly folder: string;
  readonly note: (text: string) => void;
  readonly fill: (bench: BenchSite) => Promise<string>;
}

async function measureSite(cleanup: AsyncDisposableStack, { folder, note, fill }: Filling) {
  note(`Opening ${folder}`);
  const bench = await openSite(cleanup, folder);
  await runScript('scripts/build.ts', [], bench.environment);
  const said = await fill(bench);
  bench.startWorker();
  await untilWorkedOff(bench.sql, note);
  await bench.sql`analyze`;
  const { url } = await bench.startServer({ PAGE_CACHE: 'off' });
  const surfaces: Record<string, number> = {};
  for (const [name, paths] of Object.entries(await pickSurfaces(bench.sql))) {
    note(`${said}: ${name}`);
    const asked = Array.from({ length: warmUps + times }, (_, index) => paths[index % paths.length] as string);
    await measureMisses(url, asked.slice(0, warmUps));
    surfaces[name] = percentile95(await measureMisses(url, asked.slice(warmUps)));
  }
  const tables = await bench.sql<{ name: string; size: string }[]>`
    select relname as name, (pg_total_relation_size(oid) / 1048576)::int::text as size from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by pg_total_relation_size(oid) desc limit 8`;
  return { stories: said, surfaces, tables };
}

async function loadMillion({ sql, environment }: BenchSite, note: (text: string) => void): Promise<string> {
  const [row] = await sql<{ there: number }[]>`
    select count(*)::int as there from (select from articles limit ${stories}) found`;
  if ((row?.there ?? 0) < stories) {
    note('Generating a million stories, once');
    const size = ['--articles', String(stories), '--views', '100000000', '--votes', '10000000', '--seed', '1'];
    await runScript('scripts/generate.ts', size, { ...environment, DATABASE_APP_URL: '' });
  }
  return '1,000,000 stories';
}

function percentile95(milliseconds: readonly number[]): number {
  const sorted = milliseconds.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
