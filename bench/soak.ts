import { setTimeout as sleep } from 'node:timers/promises';
import { sitemapHref } from '#features/sitemap/model.ts';
import { loadCorpus, pickSample, untilWorkedOff } from './corpus.ts';
import { Crowd, type Load } from './crowd.ts';
import type { BenchSite } from './open-site.ts';
import { residentMegabytes } from './resident-memory.ts';

export interface Soak {
  readonly minutes: number;
  /** Requests by kind, each answered. */
  readonly answered: Readonly<Record<string, number>>;
  /** What was asked and answered otherwise than it should have been, or not at all. */
  readonly failed: readonly string[];
  /** Of the server, the mean of each minute. */
  readonly megabytes: readonly number[];
}

const minutes = 20;
const looksAMinute = 12;
/** So small that it is full within minutes: what is kept on purpose is no leak. */
const cacheMegabytes = 64;

/** Readers, voters and people who publish, all at once for twenty minutes, and the server's memory meanwhile. */
export async function measureSoak(bench: BenchSite, note: (text: string) => void): Promise<Soak> {
  note(await loadCorpus(bench.sql, bench.environment));
  bench.startWorker();
  await untilWorkedOff(bench.sql, note);
  const load = await pickLoad(bench);
  const { url, process: server } = await bench.startServer({
    PAGE_CACHE_MB: String(cacheMegabytes),
    TRUSTED_PROXIES: 'loopback',
  });
  const crowd = new Crowd(url, load);
  const done = crowd.run();
  const megabytes: number[] = [];
  for (let minute = 1; minute <= minutes; minute += 1) {
    const looks: number[] = [];
    for (let look = 0; look < looksAMinute; look += 1) {
      await sleep(60_000 / looksAMinute);
      looks.push(residentMegabytes(server.pid) ?? Number.NaN);
    }
    megabytes.push(looks.reduce((sum, one) => sum + one, 0) / looks.length);
    note(`Minute ${minute} of ${minutes}: ${megabytes.at(-1)?.toFixed(0)} MB, ${crowd.failed.length} failed`);
  }
  crowd.stop();
  await done;
  return { minutes, answered: Object.fromEntries(crowd.answered), failed: crowd.failed, megabytes };
}

/** What there is to read: some hundred stories, and each kind of list. */
async function pickLoad({ sql }: BenchSite): Promise<Load> {
  const { hot, cold, others, section } = await pickSample(sql, 100, 900);
  const articles = await sql<{ id: string }[]>`select article_id as id from articles_public order by 1 desc limit 500`;
  const [tag] = await sql<{ slug: string }[]>`
    select slug from publication_tags join tags on tags.id = tag_id group by tags.id order by count(*) desc limit 1`;
  const [month] = await sql<{ month: string }[]>`
    select to_char(max(first_published_at) at time zone 'UTC', 'YYYY-MM') as month from articles_public`;
  const at = `/${encodeURIComponent(section.slug)}`;
  return {
    articles: [hot, ...cold, ...others],
    lists: [
      ...['/', at, `${at}/archive`, '/search?q=government', '/ranking', '/feed.xml', '/atom.xml', '/feed.json'],
      ...['/sitemap.xml', '/news-sitemap.xml', '/robots.txt', `${at}/feed.xml`],
      ...(month ? [sitemapHref(`${month.month}.xml`)] : []),
      ...(tag ? [`/tag/${encodeURIComponent(tag.slug)}`] : []),
    ],
    ids: articles.map(({ id }) => id),
    section,
  };
}
