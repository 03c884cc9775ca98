import { readFileSync } from 'node:fs';
import { articleHref } from '#features/article/href.ts';
import { ViewBuffer } from '#features/view/buffer.ts';
import { recordViews } from '#features/view/commands/record-views.ts';
import { viewSources } from '#lib/vocabulary.ts';
import { cpuTimeOf } from './cpu-time.ts';
import { measureMisses } from './misses.ts';
import type { BenchSite } from './open-site.ts';
import type { Row } from './table.ts';

const reads = 100_000;
const secondsOfAnHour = 3600;
/** A page with lists is rendered anew after so long, if somebody asks for it. */
const pageHoldsSeconds = 300;
const warmUps = 40;

interface Story {
  readonly id: string;
  readonly href: string;
}

/**
 * What an hour costs the database in which stories are read 100,000 times: to count the views, once a second as the
 * server does, and to render the pages, of which the page cache leaves those that nobody has asked for of late.
 */
export async function measureViewCost(bench: BenchSite, note: (text: string) => void): Promise<Row[]> {
  const stories = await bench.sql<{ id: string; slug: string; section: string }[]>`
    select p.article_id as id, p.slug, s.slug as section
    from articles_public p join sections s on s.id = p.section_id order by md5(p.article_id::text)`;
  const read = drawReads(stories.map(({ id, slug, section }) => ({ id, href: articleHref(section, slug) })));

  note(`The views of an hour, ${reads} of ${stories.length} stories`);
  const views = await costOf(bench, () => countViews(read));

  const window = read.slice(0, (reads * pageHoldsSeconds) / secondsOfAnHour);
  const hrefs = [...new Set(window.map(({ href }) => href))];
  const { url } = await bench.startServer({});
  await measureMisses(
    url,
    stories.slice(-warmUps).map(({ slug, section }) => articleHref(section, slug)),
  );
  note(`The pages of five minutes, ${hrefs.length} of them`);
  const pages = await costOf(bench, () => measureMisses(url, hrefs));
  const windows = secondsOfAnHour / pageHoldsSeconds;
  return [
    {
      measure: `The database in an hour of ${reads.toLocaleString('en')} views: processor s (log MB)`,
      plain: `${views.seconds.toFixed(1)} (${views.megabytes.toFixed(0)})`,
      bar: 'below the pages',
      held: views.seconds < pages.seconds * windows,
    },
    {
      measure: `The same for the pages that were read, ${hrefs.length} renders in each five minutes`,
      plain: (pages.seconds * windows).toFixed(1),
    },
  ];
}

/** Reads one after the other: the story at place n of the favourites about 1/n times as often as the first (Zipf). */
function drawReads(stories: readonly Story[]): Story[] {
  const golden = (Math.sqrt(5) - 1) / 2;
  return Array.from({ length: reads }, (_, index) => {
    const place = Math.floor((stories.length + 1) ** ((index * golden) % 1)) - 1;
    return stories[place] as Story;
  });
}

async function countViews(read: readonly Story[]): Promise<void> {
  const buffer = new ViewBuffer();
  const began = Date.now();
  const perSecond = reads / secondsOfAnHour;
  for (let second = 0; second < secondsOfAnHour; second += 1) {
    const from = Math.round(second * perSecond);
    for (const [index, { id }] of read.slice(from, Math.round((second + 1) * perSecond)).entries()) {
      const source = viewSources[index % viewSources.length] ?? 'direct';
      buffer.count({ articleId: id, source, kind: 'human' }, began);
    }
    await recordViews(buffer.take());
  }
}

/** Processor time of all of Postgres, and what it wrote to its log, while something is done. */
async function costOf({ sql }: BenchSite, work: () => Promise<unknown>) {
  const [postgres] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const server = parentOf(postgres?.pid ?? 0);
  const log = async () => {
    const [row] = await sql<
      { bytes: string }[]
    >`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as bytes`;
    return Number(row?.bytes);
  };
  const before = { time: cpuTimeOfAll(server), bytes: await log() };
  await work();
  return {
    seconds: (cpuTimeOfAll(server) - before.time) / 1000,
    megabytes: ((await log()) - before.bytes) / 1024 ** 2,
  };
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** A server's own processor time and that of its processes, those that have ended too. */
function cpuTimeOfAll(server: number): number {
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8').trim().split(' ').map(Number);
  const own = cpuTimeOf(server, true) ?? Number.NaN;
  return children.reduce((sum, pid) => sum + (cpuTimeOf(pid) ?? 0), own);
}
