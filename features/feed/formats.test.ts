import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { toAtom } from '#features/feed/atom.ts';
import { toJsonFeed } from '#features/feed/json-feed.ts';
import { toRss } from '#features/feed/rss.ts';
import { sampleFeed, sampleStory } from '#features/feed/testing/sample-feed.ts';
import { anyLine } from '#features/site/testing/any-line.ts';
import { hostileTexts, illegalInXml, sampleSite } from '#features/site/testing/sample-site.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ['item', 'entry', 'category', 'dc:creator', 'author', 'link'].includes(name) && name !== 'link',
});

function parse(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true);
  return parser.parse(xml);
}

const rssOf = (feed = sampleFeed()) => parse(toRss(feed, sampleSite)).rss;
const atomOf = (feed = sampleFeed()) => parse(toAtom(feed, sampleSite)).feed;

describe('RSS', () => {
  test('says what it is of, where it is, and when it last changed', () => {
    expect(rssOf()).toMatchObject({
      '@version': '2.0',
      channel: {
        title: `Trade – ${sampleSite.name}`,
        link: 'https://news.example/tag/trade',
        description: 'About trade',
        language: 'en-GB',
        lastBuildDate: 'Wed, 16 Apr 2025 08:00:00 GMT',
        'atom:link': {
          '@rel': 'self',
          '@type': 'application/rss+xml',
          '@href': 'https://news.example/tag/trade/feed.xml',
        },
      },
    });
  });

  test('has each story with its lasting name, first date, people, topics and source', () => {
    expect(rssOf().channel.item).toMatchObject([
      {
        title: 'A story',
        link: 'https://news.example/world/a-story',
        guid: { '#text': 'urn:uuid:0199aaaa-0000-7000-8000-000000000001', '@isPermaLink': 'false' },
        pubDate: 'Tue, 15 Apr 2025 10:34:46 GMT',
        'atom:updated': '2025-04-16T08:00:00.000Z',
        'dc:creator': ['Kim Min-ji', 'José Núñez'],
        category: ['World', 'R&D'],
        'dc:source': 'https://wire.example/story?a=1&b=2',
        'dc:rights': 'CC BY 4.0',
        description: 'What happened, in a line.',
      },
    ]);
  });

  test('carries the whole text of a story', () => {
    const [item] = rssOf().channel.item;
    expect(item['content:encoded']).toContain('<h2 id="h-why">Why</h2>');
  });

  test('has the picture of a story with its size, its words and its credit', () => {
    const picture = {
      '@url': 'https://news.example/media/a-1200.50-50.jpeg',
      '@medium': 'image',
      '@width': '1200',
      '@height': '630',
      'media:title': { '#text': 'The ship at dawn', '@type': 'plain' },
      'media:description': { '#text': 'A ship in a harbour', '@type': 'plain' },
      'media:credit': 'A. Photographer',
    };
    expect(rssOf().channel.item[0]['media:content']).toEqual(picture);
    expect(atomOf().entry[0]['media:content']).toEqual(picture);
    const bare = sampleFeed({ stories: [sampleStory({ picture: null })] });
    expect(toRss(bare, sampleSite) + toAtom(bare, sampleSite)).not.toContain('<media:content');
  });

  test('without stories is still a feed', () => {
    expect(rssOf(sampleFeed({ stories: [], description: '' })).channel).toMatchObject({
      description: `Trade – ${sampleSite.name}`,
      lastBuildDate: 'Thu, 01 Jan 1970 00:00:00 GMT',
    });
  });
});

describe('Atom', () => {
  test('says what it is of and where it is', () => {
    expect(atomOf()).toMatchObject({
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'en-GB',
      id: 'https://news.example/tag/trade/atom.xml',
      title: `Trade – ${sampleSite.name}`,
      updated: '2025-04-16T08:00:00.000Z',
      link: [
        { '@rel': 'self', '@href': 'https://news.example/tag/trade/atom.xml' },
        { '@rel': 'alternate', '@href': 'https://news.example/tag/trade' },
      ],
    });
  });

  test('names the original of a story that search engines are to look for there', () => {
    const feed = sampleFeed({ stories: [sampleStory({ canonical: 'source' })] });
    const canonical = { '@rel': 'canonical', '@href': 'https://wire.example/story?a=1&b=2' };
    expect(atomOf(feed).entry[0].link).toContainEqual(canonical);
    expect(rssOf(feed).channel.item[0]['atom:link']).toEqual(canonical);
    expect(JSON.parse(toJsonFeed(feed, sampleSite)).items[0].external_url).toBe(canonical['@href']);
    expect(atomOf().entry[0].link).not.toContainEqual(canonical);
  });

  test('has each story with both its dates and the people with their pages', () => {
    expect(atomOf().entry).toMatchObject([
      {
        id: 'urn:uuid:0199aaaa-0000-7000-8000-000000000001',
        title: 'A story',
        link: [
          { '@rel': 'alternate', '@href': 'https://news.example/world/a-story' },
          { '@rel': 'via', '@href': 'https://wire.example/story?a=1&b=2' },
        ],
        published: '2025-04-15T10:34:46.000Z',
        updated: '2025-04-16T08:00:00.000Z',
        author: [
          { name: 'Kim Min-ji', uri: 'https://news.example/author/kim-min-ji' },
          { name: 'José Núñez', uri: 'https://news.example/author/jos%C3%A9-n%C3%BA%C3%B1ez' },
        ],
        category: [{ '@term': 'World' }, { '@term': 'R&D', '@scheme': 'https://news.example/tag/r-d' }],
        content: { '@type': 'html', '#text': expect.stringContaining('<h2 id="h-why">') },
      },
    ]);
  });
});

test('JSON Feed has the same stories', () => {
  expect(JSON.parse(toJsonFeed(sampleFeed(), sampleSite))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Trade – ${sampleSite.name}`,
    home_page_url: 'https://news.example/tag/trade',
    feed_url: 'https://news.example/tag/trade/feed.json',
    items: [
      {
        id: 'urn:uuid:0199aaaa-0000-7000-8000-000000000001',
        url: 'https://news.example/world/a-story',
        title: 'A story',
        date_published: '2025-04-15T10:34:46.000Z',
        date_modified: '2025-04-16T08:00:00.000Z',
        authors: [{ name: 'Kim Min-ji', url: 'https://news.example/author/kim-min-ji' }, { name: 'José Núñez' }],
        tags: ['World', 'R&D'],
        image: 'https://news.example/media/a-1200.50-50.jpeg',
      },
    ],
  });
});

describe('with summaries', () => {
  const feed = sampleFeed({ text: 'summary' });

  test('RSS and Atom have no content, and say what each story is about', () => {
    const [item] = rssOf(feed).channel.item;
    const [entry] = atomOf(feed).entry;
    expect([item.description, entry.summary]).toEqual(['What happened, in a line.', 'What happened, in a line.']);
    expect([Object.keys(item), Object.keys(entry)]).not.toEqual(
      expect.arrayContaining([expect.arrayContaining([expect.stringMatching(/content:encoded|^content$/)])]),
    );
  });

  test('JSON Feed has them as text, or the headline where there is nothing else', () => {
    const [item] = JSON.parse(toJsonFeed(feed, sampleSite)).items;
    expect(item).toMatchObject({ content_text: 'What happened, in a line.' });
    expect(item).not.toHaveProperty('content_html');
    const bare = sampleFeed({ text: 'summary', stories: [sampleStory({ standfirst: '', bodyHtml: '' })] });
    expect(JSON.parse(toJsonFeed(bare, sampleSite)).items[0].content_text).toBe('A story');
  });
});

test('every feed names the hub that hands it on, where there is one', () => {
  const hub = 'https://hub.example/?a=1&b=2';
  const feed = sampleFeed({ hub });
  expect(rssOf(feed).channel['atom:link']).toContainEqual({ '@rel': 'hub', '@href': hub });
  expect(atomOf(feed).link).toContainEqual({ '@rel': 'hub', '@href': hub });
  expect(JSON.parse(toJsonFeed(feed, sampleSite)).hubs).toEqual([{ type: 'WebSub', url: hub }]);
  const bare = sampleFeed();
  expect(toRss(bare, sampleSite) + toAtom(bare, sampleSite) + toJsonFeed(bare, sampleSite)).not.toMatch(/\bhubs?\b/);
});

test('Atom names the stories that were killed, and when (RFC 6721); their kill is a change of the feed', () => {
  const id = '0199aaaa-0000-7000-8000-00000000dead';
  const feed = sampleFeed({ killed: [{ id, killedAt: new Date('2025-05-01T00:00:00Z') }] });
  expect(atomOf(feed)).toMatchObject({
    '@xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
    updated: '2025-05-01T00:00:00.000Z',
    'at:deleted-entry': { '@ref': `urn:uuid:${id}`, '@when': '2025-05-01T00:00:00.000Z' },
  });
});

describe('whatever a headline, a name or a tag holds', () => {
  test.each(hostileTexts)('every feed has it whole: %s', expectWhole);

  test('every feed is well formed and has it whole', () => {
    fc.assert(fc.property(anyLine, expectWhole));
  });

  test('what XML cannot hold is left out', () => {
    const headline = `Be${illegalInXml}fore`;
    const feed = sampleFeed({ stories: [sampleStory({ headline, bodyHtml: `<p>Bo${illegalInXml}dy</p>` })] });
    expect(rssOf(feed).channel.item[0]).toMatchObject({
      title: 'Before',
      'content:encoded': expect.stringContaining('Body'),
    });
    expect(atomOf(feed).entry[0].title).toBe('Before');
  });
});

function expectWhole(text: string): void {
  const story = sampleStory({
    headline: text,
    authors: [{ name: text, href: null }],
    tags: [{ name: text, href: '/tag/a' }],
    standfirst: text,
  });
  const feed = sampleFeed({ title: text, stories: [story] });
  const channel = rssOf(feed).channel;
  const [item] = channel.item;
  expect([channel.title, item.title, item['dc:creator'][0], item.category[1]]).toEqual([text, text, text, text]);
  const atom = atomOf(feed);
  const [entry] = atom.entry;
  const words = [atom.title, entry.title, entry.author[0].name, entry.category[1]['@term'], entry.summary];
  expect(words).toEqual([text, text, text, text, text]);
  const [json] = JSON.parse(toJsonFeed(feed, sampleSite)).items;
  expect([json.title, json.authors[0].name, json.summary]).toEqual([text, text, text]);
}
