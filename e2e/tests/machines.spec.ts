import { indexFaults, sitemapFaults, sitemapSchemas } from '#features/site/testing/xml-faults.ts';
import { expect, test } from '../fixtures/test.ts';
import { crawl, isHtml, texts, type Visited } from '../machines/crawl.ts';
import { feedFaults } from '../machines/feed-faults.ts';
import { htmlFaults } from '../machines/html-faults.ts';
import { jsonLdFaults, vocabulary } from '../machines/json-ld.ts';
import { ask } from '../pages/surfaces.ts';

/** What a reader may not find anywhere, each with a headline that no other has. */
const hidden = {
  draft: 'Zeugmaticdraft',
  killed: 'Zeugmatickilled',
  withdrawn: 'Zeugmaticwithdrawn',
  scheduled: 'Zeugmaticscheduled',
  embargoed: 'Zeugmaticembargoed',
};

/** The whole demo site as a crawler sees it that starts at the front and at what robots.txt names. */
let visited: Map<string, Visited>;
/** The addresses of all the sitemaps. */
let mapped: string[];

test.beforeAll(async ({ site }) => {
  test.setTimeout(300_000);
  await site.script('scripts/demo.ts');
  const later = new Date(Date.now() + 86_400_000).toISOString();
  const write = async (headline: string, publish: boolean) =>
    (await site.write({ headline, section: 'Sport' }, { publish })).articleId;
  await write(hidden.draft, false);
  await site.broadsheet('article', 'kill', await write(hidden.killed, true), '--reason', 'test');
  await site.broadsheet('article', 'unpublish', await write(hidden.withdrawn, true));
  await site.broadsheet('article', 'schedule', await write(hidden.scheduled, false), '--at', later);
  await site.broadsheet('article', 'publish', await write(hidden.embargoed, false), '--embargo', later);
  visited = await crawl(site);
  const index = await ask(site, '/sitemap.xml');
  const children = await Promise.all(texts(index, 'loc').map((child) => ask(site, child)));
  mapped = children.flatMap((child) => texts(child, 'loc')).map((url) => new URL(url).pathname);
});

/** What a test finds wrong with the answers that it is about, each with its address. */
async function faultsIn(
  concerned: (answer: Visited, address: string) => boolean,
  find: (answer: Visited) => Promise<string[]> | string[],
): Promise<string[]> {
  const about = [...visited].filter(([address, answer]) => concerned(answer, address));
  expect(about.length).toBeGreaterThan(0);
  const found = await Promise.all(
    about.map(async ([address, answer]) => (await find(answer)).map((fault) => `${address}: ${fault}`)),
  );
  return found.flat();
}

const isFeed = (_: Visited, address: string) => /\/(feed|atom)\.(xml|json)$/.test(address);
const isStory = ({ markup }: Visited) => markup.includes('property="og:type" content="article"');

test('no link is broken or leads elsewhere, and no picture is missing', async ({ site }) => {
  expect(
    await faultsIn(
      () => true,
      ({ status }) => (status === 200 ? [] : [String(status)]),
    ),
  ).toEqual([]);
  const pictures = new Set(
    [...visited.values()].flatMap(({ markup }) => markup.match(/\/media\/[0-9a-f]{2}\/[^"\s,<&\\]+/g) ?? []),
  );
  expect(pictures.size).toBeGreaterThan(0);
  for (const picture of pictures) {
    expect((await fetch(site.url + picture, { method: 'HEAD' })).status, picture).toBe(200);
  }
});

test('no two pages have one title', () => {
  const titles = new Map<string, string[]>();
  for (const [address, answer] of visited) {
    if (!isHtml(answer)) continue;
    const [title = ''] = texts(answer, 'title');
    titles.set(title, [...(titles.get(title) ?? []), address]);
  }
  expect([...titles].filter(([title, addresses]) => title === '' || addresses.length > 1)).toEqual([]);
});

test('every story is in the sitemap and within four clicks of the front, and no other is there', () => {
  const stories = [...visited].filter(([, answer]) => isHtml(answer) && isStory(answer));
  expect(stories.length).toBeGreaterThan(40);
  const canonical = stories.map(([address]) => address).sort();
  const inSitemap = mapped.filter((address) => address.split('/').length === 3).sort();
  expect(inSitemap).toEqual(canonical);
  expect(new Set(inSitemap).size).toBe(inSitemap.length);
  expect(stories.filter(([, { clicks }]) => clicks > 4)).toEqual([]);
  expect(mapped.filter((address) => visited.get(address)?.status !== 200)).toEqual([]);
});

test('what is not public stands on no page, in no feed and in no sitemap', async () => {
  const names = new RegExp(Object.values(hidden).join('|'), 'i');
  expect(
    await faultsIn(
      () => true,
      ({ markup }) => markup.match(names) ?? [],
    ),
  ).toEqual([]);
  expect(mapped.filter((address) => names.test(address))).toEqual([]);
});

test('every page is right by the HTML standard', async ({ site }) => {
  test.setTimeout(120_000);
  expect(await faultsIn(isHtml, ({ markup }) => htmlFaults(markup))).toEqual([]);
  const killed = `/sport/${hidden.killed.toLowerCase()}`;
  for (const [address, status] of [
    ['/search', 200],
    ['/search?q=tide', 200],
    ['/nothing', 404],
    [killed, 410],
    [`${killed}/votes`, 410],
  ] as const) {
    const answer = await ask(site, address);
    expect([address, answer.status, await htmlFaults(answer.markup)]).toEqual([address, status, []]);
  }
});

test('every feed is read alike by two parsers, with whole stories', async () => {
  expect(await faultsIn(isFeed, ({ markup }) => feedFaults(markup))).toEqual([]);
});

test('a feed that is broken is found out', async () => {
  expect(await feedFaults('<rss version="2.0"><channel><title>a</channel></rss>')).not.toEqual([]);
  const bare = '<rss version="2.0"><channel><title>a</title><item><title>b</title></item></channel></rss>';
  expect(await feedFaults(bare)).toEqual(expect.arrayContaining(['b: no id', 'b: no url']));
});

const withVocabulary = vocabulary ? test : test.skip;
withVocabulary('all JSON-LD is of schema.org and has what Google asks for', async () => {
  expect(await faultsIn(isHtml, ({ markup }) => jsonLdFaults(markup))).toEqual([]);
});

const withSchemas = sitemapSchemas ? test : test.skip;
withSchemas('every sitemap is valid by its schema', async ({ site }) => {
  const index = await ask(site, '/sitemap.xml');
  expect(await indexFaults(index.markup)).toEqual([]);
  const written = await Promise.all([...texts(index, 'loc'), '/news-sitemap.xml'].map((child) => ask(site, child)));
  for (const { markup } of written) expect(await sitemapFaults(markup)).toEqual([]);
  expect(written.flatMap((child) => texts(child, 'image:loc')).length).toBeGreaterThan(20);
});

test('every story has an image of 1200 by 630 for other sites, which is there', async () => {
  const images = new Map<string, string>();
  const faults = await faultsIn(
    (answer) => isHtml(answer) && isStory(answer),
    ({ markup }) => {
      const said = (name: string) =>
        new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(markup)?.[1];
      const image = said('og:image');
      if (image) images.set(image, said('og:image:alt') ?? '');
      const facts = ['og:image:width', 'og:image:height', 'twitter:card'].map(said);
      return facts.join(' ') === '1200 630 summary_large_image' && said('twitter:image') === image ? [] : [`${facts}`];
    },
  );
  expect(faults).toEqual([]);
  expect([...images].filter(([, alt]) => alt === '')).toEqual([]);
  const made = [...images.keys()].filter((image) => image.includes('/media/social/'));
  expect(made.length).toBeGreaterThan(0);
  for (const image of images.keys()) {
    const { status, headers } = await fetch(image);
    expect([image, status, headers.get('cache-control')]).toEqual([image, 200, expect.stringContaining('immutable')]);
  }
});

test('a story has its head whole: one canonical address, its own, and what cards of other sites show', async ({
  site,
}) => {
  const faults = await faultsIn(
    (answer) => isHtml(answer) && isStory(answer),
    (answer) => {
      const head = answer.markup.slice(0, answer.markup.indexOf('</head>'));
      const asked = [
        'og:title',
        'og:url',
        'og:description',
        'og:site_name',
        'article:published_time',
        'article:section',
      ];
      const canonical = [...head.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, href]) => href);
      return [
        ...asked.flatMap((name) => (head.includes(`<meta property="${name}" content="`) ? [] : [`no ${name}`])),
        ...(head.includes('max-image-preview:large') ? [] : ['no large previews']),
        ...(canonical.length === 1 && visited.get(new URL(canonical[0] ?? '').pathname) === answer
          ? []
          : [`canonical ${canonical}`]),
        ...(head.includes('name="description"') ? [] : ['no description']),
        ...(head.includes('type="application/rss+xml"') ? [] : ['no feed']),
      ];
    },
  );
  expect(faults).toEqual([]);
  expect((await ask(site, '/robots.txt')).markup).toContain(`Sitemap: ${site.url}/sitemap.xml`);
});

test('a page, a feed and a sitemap say when they changed, and are not sent again to who has them', async ({ site }) => {
  const story = [...visited].find(([, answer]) => isHtml(answer) && isStory(answer))?.[0] ?? '';
  for (const address of [
    story,
    '/',
    '/sport',
    '/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/sitemap.xml',
    '/news-sitemap.xml',
  ]) {
    const { headers } = await ask(site, address);
    const since = headers.get('last-modified') ?? '';
    expect(Date.parse(since), address).toBeLessThanOrEqual(Date.now());
    const conditions = { 'if-none-match': headers.get('etag') ?? '', 'if-modified-since': since };
    for (const [name, value] of Object.entries(conditions)) {
      expect((await ask(site, address, { headers: { [name]: value } })).status, `${name} ${address}`).toBe(304);
    }
  }
});
