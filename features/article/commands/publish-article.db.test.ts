import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { findArticle } from '#features/article/queries.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { archiveArticle } from './archive-article.ts';
import { embargoArticle } from './embargo-article.ts';
import { killArticle } from './kill-article.ts';
import { publishArticle } from './publish-article.ts';
import { saveRevision } from './save-revision.ts';
import { unpublishArticle } from './unpublish-article.ts';

const { owner } = await testDatabase();
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000);
let sectionId = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
});

/** Lets time pass for an article: everything that is planned for it moves into the past by this many seconds. */
async function pass(articleId: string, seconds: number) {
  await owner.begin(async (sql) => {
    await sql`alter table publications disable trigger publications_keep_history`;
    await sql`update publications set
      effective_from = effective_from - ${seconds} * interval '1 second',
      effective_to = effective_to - ${seconds} * interval '1 second',
      embargo_until = embargo_until - ${seconds} * interval '1 second',
      first_published_at = first_published_at - ${seconds} * interval '1 second',
      substantive_update_at = substantive_update_at - ${seconds} * interval '1 second'
      where article_id = ${articleId}`;
    await sql`alter table publications enable trigger publications_keep_history`;
  });
}

const found = async (slug: string) => (await findArticle('world', slug)).found;
const headlineAt = async (slug: string) => {
  const at = await findArticle('world', slug);
  return at.found === 'article' ? at.article.headline : at.found;
};

describe('publishing', () => {
  test('a draft is public from the moment that it is published', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Ferry sails' });
    expect(await found('ferry-sails')).toBe('nothing');
    await publishArticle(tester, { articleId });
    expect(await found('ferry-sails')).toBe('article');
  });

  test('a headline of quotes, hyphens and commas is whole', async () => {
    const headline = `Travis Hunter, the 2-way star: "I'm 'ready'" - part 1`;
    const { articleId } = await sampleArticle({ sectionId, headline });
    const { slug } = await publishArticle(tester, { articleId });
    expect(slug).toBe('travis-hunter-the-2-way-star-im-ready-part-1');
    expect(await headlineAt(slug)).toBe(headline);
  });

  test('a newer revision stays unseen until it is published', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Old words', slug: 'words' });
    const { version } = await publishArticle(tester, { articleId });
    const content = { sectionId, headline: 'New words', slug: 'words', body: paragraph('New.') };
    await saveRevision(tester, { articleId, version, content });
    expect(await headlineAt('words')).toBe('Old words');
    await publishArticle(tester, { articleId });
    expect(await headlineAt('words')).toBe('New words');
  });

  test('an update of substance is dated, a small one is not, and the first date stays', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Dated' });
    await publishArticle(tester, { articleId, firstPublishedAt: new Date('2023-11-01T09:00:00Z') });
    const read = async () => {
      const at = await findArticle('world', 'dated');
      if (at.found !== 'article') throw new Error(at.found);
      return at.article;
    };
    await publishArticle(tester, { articleId, substantive: false });
    expect((await read()).updatedAt).toBeNull();
    await publishArticle(tester, { articleId });
    expect((await read()).updatedAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect((await read()).publishedAt.toISOString()).toBe('2023-11-01T09:00:00.000Z');
  });

  test('copy whose date is only that of copying stays so through every update', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Copied' });
    const firstPublishedAt = new Date('2025-04-15T10:34:46Z');
    await publishArticle(tester, { articleId, firstPublishedAt, dateIs: 'copied' });
    await publishArticle(tester, { articleId, dateIs: 'original' });
    const at = await findArticle('world', 'copied');
    expect(at).toMatchObject({ article: { publishedAt: firstPublishedAt, dateIs: 'copied' } });
  });

  test('an import may say when the story was updated, between its publication and now', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Updated elsewhere' });
    const firstPublishedAt = new Date('2024-03-01T09:00:00Z');
    const updatedAt = new Date('2024-03-02T09:00:00Z');
    for (const wrong of [new Date('2024-02-29T09:00:00Z'), soon(60)]) {
      const attempt = publishArticle(tester, { articleId, firstPublishedAt, updatedAt: wrong });
      await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
    }
    await publishArticle(tester, { articleId, firstPublishedAt });
    await publishArticle(tester, { articleId, updatedAt });
    const at = await findArticle('world', 'updated-elsewhere');
    expect(at).toMatchObject({ article: { publishedAt: firstPublishedAt, updatedAt } });
  });

  test('a date of first publication that is still to come is refused', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'From tomorrow' });
    const attempt = publishArticle(tester, { articleId, firstPublishedAt: soon(3600) });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
  });

  test('two stories of one name get two addresses', async () => {
    const slugs: string[] = [];
    for (let number = 0; number < 3; number += 1) {
      const { articleId } = await sampleArticle({ sectionId, headline: 'Twins' });
      slugs.push((await publishArticle(tester, { articleId })).slug);
    }
    expect(slugs).toEqual(['twins', 'twins-2', 'twins-3']);
  });

  test('a changed slug or section leads from the old address to the new one, and back again', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Moves', slug: 'here' });
    let { version } = await publishArticle(tester, { articleId });
    for (const [slug, former] of [
      ['there', 'here'],
      ['here', 'there'],
    ] as const) {
      const content = { sectionId, headline: 'Moves', slug, body: paragraph('.') };
      await saveRevision(tester, { articleId, version, content });
      ({ version } = await publishArticle(tester, { articleId }));
      expect(await findArticle('world', former)).toEqual({ found: 'moved', href: `/world/${slug}` });
      expect(await found(slug)).toBe('article');
    }
  });

  test('a stale version is refused', async () => {
    const { articleId, version } = await sampleArticle({ sectionId, headline: 'Raced' });
    const content = { sectionId, headline: 'Raced', body: paragraph('.') };
    await saveRevision(tester, { articleId, version, content });
    await expect(saveRevision(tester, { articleId, version, content })).rejects.toMatchObject({ code: 'conflict' });
    await expect(publishArticle(tester, { articleId, version })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of two who publish at once, both succeed one after the other and one publication is in force', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'At once' });
    await Promise.all(Array.from({ length: 6 }, () => publishArticle(tester, { articleId })));
    const inForce = await owner`select from publications where article_id = ${articleId} and effective_to is null`;
    expect(inForce).toHaveLength(1);
  });
});

describe('scheduling', () => {
  test('a scheduled story is spoken of nowhere before its time and public after it', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Later' });
    await publishArticle(tester, { articleId, at: soon(3600) });
    expect(await found('later')).toBe('nothing');
    await pass(articleId, 3601);
    expect(await found('later')).toBe('article');
  });

  test('a scheduled update takes over from the version in force at its time', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Before', slug: 'update' });
    const { version } = await publishArticle(tester, { articleId });
    const content = { sectionId, headline: 'After', slug: 'update', body: paragraph('.') };
    await saveRevision(tester, { articleId, version, content });
    await publishArticle(tester, { articleId, at: soon(3600) });
    expect(await headlineAt('update')).toBe('Before');
    await pass(articleId, 3601);
    expect(await headlineAt('update')).toBe('After');
  });

  test('a schedule that is moved to later leaves no gap in between', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Gapless' });
    await publishArticle(tester, { articleId });
    await publishArticle(tester, { articleId, at: soon(600) });
    await publishArticle(tester, { articleId, at: soon(7200) });
    await pass(articleId, 3600);
    expect(await found('gapless')).toBe('article');
  });

  test('publishing now gives up what was scheduled', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Impatient' });
    await publishArticle(tester, { articleId, at: soon(3600) });
    await publishArticle(tester, { articleId });
    expect(await found('impatient')).toBe('article');
    const rows = await owner`select from publications where article_id = ${articleId}`;
    expect(rows).toHaveLength(1);
  });

  test('a planned withdrawal survives an update', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Brief' });
    await publishArticle(tester, { articleId, until: soon(3600) });
    await publishArticle(tester, { articleId });
    await pass(articleId, 3601);
    expect(await found('brief')).toBe('gone');
  });

  test('a publication under embargo is seen when the embargo passes', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Hushed' });
    await publishArticle(tester, { articleId, embargoUntil: soon(3600) });
    expect(await found('hushed')).toBe('nothing');
    await pass(articleId, 3601);
    expect(await found('hushed')).toBe('article');
  });

  test('a story can be scheduled to leave', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Leaving' });
    await publishArticle(tester, { articleId });
    await unpublishArticle(tester, { articleId, at: soon(3600) });
    expect(await found('leaving')).toBe('article');
    await pass(articleId, 3601);
    expect(await found('leaving')).toBe('gone');
  });
});

describe('taking down', () => {
  test('an unpublished story is gone until it is published anew, with its first date', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Withdrawn' });
    await publishArticle(tester, { articleId, firstPublishedAt: new Date('2024-02-03T04:05:06Z') });
    await unpublishArticle(tester, { articleId });
    expect(await found('withdrawn')).toBe('gone');
    await publishArticle(tester, { articleId });
    const at = await findArticle('world', 'withdrawn');
    expect(at.found === 'article' && at.article.publishedAt.toISOString()).toBe('2024-02-03T04:05:06.000Z');
  });

  test('a killed story is gone for good', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Killed' });
    const { version } = await publishArticle(tester, { articleId });
    await killArticle(tester, { articleId, reason: 'a court said so' });
    expect(await found('killed')).toBe('gone');
    await expect(publishArticle(tester, { articleId })).rejects.toMatchObject({ code: 'conflict' });
    await expect(killArticle(tester, { articleId })).rejects.toMatchObject({ code: 'conflict' });
    const content = { sectionId, headline: 'Killed', body: paragraph('.') };
    await expect(saveRevision(tester, { articleId, version: version + 1, content })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('a draft that is killed was never public and is not spoken of', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Unborn' });
    await publishArticle(tester, { articleId, at: soon(3600) });
    await killArticle(tester, { articleId });
    expect(await found('unborn')).toBe('nothing');
  });

  test('an embargo hides a story that is public', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Too early' });
    await publishArticle(tester, { articleId });
    await embargoArticle(tester, { articleId, until: soon(3600) });
    expect(await found('too-early')).toBe('nothing');
    await pass(articleId, 3601);
    expect(await found('too-early')).toBe('article');
  });

  test('a time beyond all calendars is refused, and the last moment of the last year is not', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Far future' });
    const beyond = new Date(8.64e15);
    for (const input of [{ at: beyond }, { until: beyond }, { embargoUntil: beyond }]) {
      await expect(publishArticle(tester, { articleId, ...input })).rejects.toMatchObject({ code: 'invalid' });
    }
    const at = new Date('9999-12-31T23:59:59.998Z');
    await publishArticle(tester, { articleId, at, until: new Date('9999-12-31T23:59:59.999Z') });
    await expect(unpublishArticle(tester, { articleId, at: beyond })).rejects.toMatchObject({ code: 'invalid' });
    expect(await found('far-future')).toBe('nothing');
  });

  test('a story that is to leave at the very moment at which it would appear is refused', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Never there' });
    const at = soon(3600);
    await expect(publishArticle(tester, { articleId, at, until: at })).rejects.toMatchObject({ code: 'invalid' });
    await publishArticle(tester, { articleId, at });
    await expect(unpublishArticle(tester, { articleId, at })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('a time that has long passed is a slip and refused, by the clocks of the site', async () => {
    await changeSettings(tester, { timeZone: 'Europe/Berlin' });
    const { articleId } = await sampleArticle({ sectionId, headline: 'Wrong year' });
    const at = new Date('2020-01-01T11:00Z');
    const message = '1 Jan 2020, 12:00 CET has passed: give a later time, or none.';
    const refusal = { code: 'invalid', message, fields: { at: message } };
    await expect(publishArticle(tester, { articleId, at })).rejects.toMatchObject(refusal);
    await publishArticle(tester, { articleId });
    await expect(unpublishArticle(tester, { articleId, at })).rejects.toMatchObject(refusal);
    await changeSettings(tester, { timeZone: 'UTC' });
  });

  test('an archived story stays readable', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Shelved' });
    await publishArticle(tester, { articleId });
    await archiveArticle(tester, { articleId });
    const at = await findArticle('world', 'shelved');
    expect(at.found === 'article' && at.article.archived).toBe(true);
  });
});
