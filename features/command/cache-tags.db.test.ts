import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { listArticles } from '#features/article/lists.ts';
import { findArticle } from '#features/article/queries.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { editByline } from '#features/byline/commands/edit-byline.ts';
import { findByline } from '#features/byline/queries.ts';
import { readFront } from '#features/front/queries.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { readPinned } from '#features/pin/queries.ts';
import { createRedirect } from '#features/redirect/commands/create-redirect.ts';
import { findRedirect } from '#features/redirect/queries.ts';
import { relateArticle } from '#features/related/commands/relate-article.ts';
import { readRelated } from '#features/related/queries.ts';
import { createSection } from '#features/section/commands/create-section.ts';
import { readSections } from '#features/section/queries.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { readSettings } from '#features/settings/queries.ts';
import { divideSitemap } from '#features/sitemap/commands/divide-sitemap.ts';
import { listParts } from '#features/sitemap/queries-parts.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { editTag } from '#features/tag/commands/edit-tag.ts';
import { findTag } from '#features/tag/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { withTrace } from '#lib/trace.ts';

const { owner } = await testDatabase();
const ids = { section: '', tag: '', byline: '', shown: '', neighbour: '' };

async function publishNew(headline: string): Promise<string> {
  const content = { sectionId: ids.section, headline, tagIds: [ids.tag], bylineIds: [ids.byline] };
  const { articleId } = await sampleArticle(content);
  await publishArticle(tester, { articleId });
  return articleId;
}

beforeAll(async () => {
  ids.section = await sampleSection('world');
  ids.tag = (await createTag(tester, { slug: 'ships', name: 'Ships' })).tagId;
  ids.byline = (await createByline(tester, { handle: 'ann', name: 'Ann' })).bylineId;
  ids.shown = await publishNew('Shown');
});

const article = async () => {
  const at = await findArticle('world', 'shown');
  if (at.found !== 'article') throw new Error(at.found);
  return at.article;
};
const publishes = (headline: string) => () => publishNew(headline);

/** For each tag: who reads it, and what changes the thing that it stands for. */
const pairs: Record<
  keyof typeof cacheTags,
  { tag: () => string; reads: () => Promise<unknown>; changes: () => Promise<unknown> }
> = {
  article: {
    tag: () => cacheTags.article(ids.shown),
    reads: article,
    changes: () => publishArticle(tester, { articleId: ids.shown }),
  },
  section: {
    tag: () => cacheTags.section(ids.section),
    reads: () => listArticles({ of: 'sections', ids: [ids.section] }, { size: 5 }),
    changes: publishes('In the section'),
  },
  tag: { tag: () => cacheTags.tag(ids.tag), reads: () => findTag('ships'), changes: publishes('Under the tag') },
  byline: {
    tag: () => cacheTags.byline(ids.byline),
    reads: () => findByline('ann'),
    changes: publishes('By the byline'),
  },
  topic: {
    tag: () => cacheTags.topic(ids.tag),
    reads: article,
    changes: () => editTag(tester, { tagId: ids.tag, slug: 'ships', name: 'Ships and boats' }),
  },
  person: {
    tag: () => cacheTags.person(ids.byline),
    reads: article,
    changes: () => editByline(tester, { bylineId: ids.byline, handle: 'ann', name: 'Ann Other' }),
  },
  related: {
    tag: () => cacheTags.related(ids.shown),
    reads: async () => readRelated(await article()),
    changes: () => relateArticle(ids.shown),
  },
  latest: {
    tag: () => cacheTags.latest,
    reads: () => listArticles({ of: 'site' }, { size: 5 }),
    changes: publishes('On the site'),
  },
  sitemap: { tag: () => cacheTags.sitemap, reads: listParts, changes: () => divideSitemap(1) },
  front: { tag: () => cacheTags.front, reads: readFront, changes: publishes('On the front') },
  recommendation: {
    tag: () => cacheTags.recommendation,
    reads: () => readPinned('recommendation'),
    changes: () => pinArticle(tester, { place: 'recommendation', articleId: ids.shown, position: 0 }),
  },
  redirects: {
    tag: () => cacheTags.redirects,
    reads: () => findRedirect('/nowhere'),
    changes: async () => {
      await createRedirect(tester, { path: '/nowhere', target: '/world' });
    },
  },
  sections: {
    tag: () => cacheTags.sections,
    reads: () => readSections(),
    changes: () => createSection(tester, { slug: 'sport', name: 'Sport' }),
  },
  settings: {
    tag: () => cacheTags.settings,
    reads: () => readSettings(),
    changes: () => changeSettings(tester, { name: 'The Harbour Post' }),
  },
};

describe.each(Object.entries(pairs))('the tag of %s', (_name, { tag, reads, changes }) => {
  test('is written down by who reads, and purged by what changes it, here and in the outbox', async () => {
    const { trace } = await withTrace(reads);
    expect([...trace.tags]).toContain(tag());
    const purged = new Set<string>();
    const stop = onLocalPurge(({ tags }) => {
      for (const one of tags) purged.add(one);
    });
    const [before] = await owner`select coalesce(max(id), 0) as id from purges`;
    await changes();
    stop();
    expect([...purged]).toContain(tag());
    const written = await owner`select unnest(tags) as tag from purges where id > ${before?.id}`;
    expect(written.map((row) => row.tag)).toContain(tag());
  });
});

const withdrawals: [string, (articleId: string) => Promise<unknown>][] = [
  ['a kill', (articleId) => killArticle(tester, { articleId })],
  ['an unpublishing', (articleId) => unpublishArticle(tester, { articleId })],
  ['an embargo', (articleId) => embargoArticle(tester, { articleId, until: new Date(Date.now() + 3_600_000) })],
];

test.each(withdrawals)('%s destroys what shows the story; everything else is only refreshed', async (_, withdraw) => {
  const articleId = await publishNew('To be withdrawn');
  const kinds = new Map<string, string>();
  const stop = onLocalPurge(({ kind, tags }) => {
    for (const one of tags) kinds.set(one, kinds.get(one) ?? kind);
  });
  await withdraw(articleId);
  stop();
  expect(kinds.get(cacheTags.article(articleId))).toBe('destroy');
  expect(kinds.get(cacheTags.latest)).toBe('refresh');
});
