import type { Metadata } from 'next';
import type { Edition } from '#components/ui/edition.ts';
import { readCursor } from '#features/article/cursor.ts';
import type { CardPage } from '#features/article/dto.ts';
import { listMetadata } from '#features/article/metadata.ts';
import { feedHref } from '#features/feed/model.ts';
import { single, withQuery } from '#lib/address.ts';
import { fullTime } from '#lib/dates.ts';

export type Query = Record<string, string | string[] | undefined>;

/** One page of a list of stories, as its `<head>`, its links and its JSON-LD need it. */
export interface ListPage {
  readonly title: string;
  readonly description?: string;
  /** The list's own address, without a cursor. */
  readonly href: string;
  readonly cursors: Cursors;
  readonly page: CardPage;
  /** Whether the list has feeds beside it. */
  readonly feeds: boolean;
  /** The path of what other servers read of whose list it is, where they can follow. */
  readonly activity?: string | null;
}

interface Cursors {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The cursors of an address. One that cannot be read is as good as none, and of two the first counts. */
export function cursorsOf(query: Query): Cursors {
  const read = (name: string) => (readCursor(single(query, name)) ? single(query, name) : undefined);
  const before = read('before');
  return { before, after: before ? undefined : read('after') };
}

/** The one address of a page of a list. */
export const pathOf = ({ href, cursors }: Pick<ListPage, 'href' | 'cursors'>): string =>
  withQuery(href, { before: cursors.before ?? null, after: cursors.after ?? null });

/** A list of whatever is paged by cursors. */
interface Neighboured {
  readonly href: string;
  readonly page: Pick<CardPage, 'older' | 'newer'>;
}

/** The addresses of a page's neighbours. */
export function neighbours({ href, page: { older, newer } }: Neighboured) {
  return {
    older: older && withQuery(href, { before: older }),
    newer: newer && withQuery(href, { after: newer }),
  };
}

/** What the `<head>` of a page of a list says. Pages after the first have their newest story's time in the title. */
export function headOf(list: ListPage, { site, say }: Edition): Metadata {
  const { title, description, href, feeds, page, activity } = list;
  const [newest] = page.cards;
  const moment = page.newer && newest ? fullTime(newest.publishedAt, site) : null;
  return listMetadata(
    {
      title: moment ? say('list.upTo', { title, moment }) : title,
      description,
      path: pathOf(list),
      ...neighbours(list),
      feedPath: feeds ? feedHref(href, 'rss') : undefined,
      activity,
    },
    site,
  );
}
