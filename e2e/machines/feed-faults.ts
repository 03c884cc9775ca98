import { parseFeed as byRowan } from '@rowanmanning/feed-parser';
import { parseFeed as byFeedsmith } from 'feedsmith';
import { xmlFaults } from '#features/site/testing/xml-faults.ts';

/**
 * What is wrong with a feed: that it is not well formed, that one of two parsers cannot read it, or that they do not
 * read the same stories in it, each with a name, a title, an address and a date of change.
 */
export async function feedFaults(text: string): Promise<string[]> {
  if (!text.startsWith('{')) {
    const faults = await xmlFaults(text);
    if (faults.length > 0) return faults;
  }
  const read = readByFeedsmith(text);
  const faults = read.flatMap((story) => missing(story).map((what) => `${story.title}: no ${what}`));
  if (text.startsWith('{')) return faults;
  const other = byRowan(text).items.map(({ id, title, url }) => ({ id, title, url }));
  const same = JSON.stringify(other) === JSON.stringify(read.map(({ id, title, url }) => ({ id, title, url })));
  return same ? faults : [...faults, `Two parsers differ: ${JSON.stringify([other, read]).slice(0, 600)}`];
}

interface Story {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly changed: unknown;
  readonly content: unknown;
}

/** The stories of a feed in any of the three formats. */
function readByFeedsmith(text: string): Story[] {
  const { format, feed } = byFeedsmith(text);
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map(({ guid, title, link, atom, content }) =>
        story(guid?.value, title, link, atom?.updated, content?.encoded),
      );
    case 'atom':
      return (feed.entries ?? []).map(({ id, title, links, updated, content }) => {
        const page = links?.find(({ rel }) => rel === 'alternate')?.href;
        return story(id, title?.value, page, updated, content?.value);
      });
    case 'json':
      return (feed.items ?? []).map(({ id, title, url, date_modified: changed, content_html: content }) =>
        story(id, title, url, changed, content),
      );
    default:
      throw new Error(`It is a feed of another format: ${format}.`);
  }
}

const story = (id?: string, title?: string, url?: string, changed?: unknown, content?: unknown): Story => ({
  ...{ id: id ?? null, title: title ?? null, url: url ?? null },
  ...{ changed, content },
});

const missing = (given: Story): string[] =>
  Object.entries(given).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [name] : [],
  );
