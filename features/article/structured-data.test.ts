import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  articleJsonLd,
  breadcrumbJsonLd,
  listJsonLd,
  profileJsonLd,
  serializeJsonLd,
  siteJsonLd,
} from '#features/article/structured-data.ts';
import { sampleDetail } from '#features/article/testing/sample-detail.ts';
import { schemaOrgValidator } from '#features/article/testing/schema-org.ts';
import type { Picture } from '#features/media/dto.ts';
import { hostileTexts, sampleSite } from '#features/site/testing/sample-site.ts';
import { sharedSchema } from '#features/site/testing/shared-schema.ts';
import { articleKinds } from '#lib/vocabulary.ts';

const vocabulary = sharedSchema('schemaorg-30.0-reduced.json');

describe('a story as JSON-LD', () => {
  test('tells what was wrong in it, with the moment at which that was told', () => {
    const corrections = [{ id: '1', text: 'Not </script> 12.', issuedAt: new Date('2025-04-17T09:00:00.000Z') }];
    expect(articleJsonLd(sampleDetail({ corrections }), sampleSite).correction).toEqual([
      { '@type': 'CorrectionComment', text: 'Not </script> 12.', datePublished: '2025-04-17T09:00:00.000Z' },
    ]);
    expect(articleJsonLd(sampleDetail(), sampleSite).correction).toBeUndefined();
  });

  test('carries the headline whole, both dates with their zone, and absolute addresses', () => {
    const headline = hostileTexts[0];
    expect(articleJsonLd(sampleDetail({ headline }), sampleSite)).toMatchObject({
      '@type': 'NewsArticle',
      headline,
      url: 'https://news.example/world/a-story',
      mainEntityOfPage: { '@id': 'https://news.example/world/a-story' },
      datePublished: '2025-04-15T10:34:46.000Z',
      dateModified: '2025-04-16T08:00:00.000Z',
      dateline: 'SEOUL, South Korea',
      isBasedOn: 'https://wire.example/story?a=1&b=2',
      author: [
        { '@type': 'Person', name: 'Kim Min-ji', url: 'https://news.example/author/kim-min-ji' },
        { '@type': 'Person', name: 'José Núñez', url: 'https://news.example/author/jos%C3%A9-n%C3%BA%C3%B1ez' },
      ],
      image: [
        { url: 'https://news.example/media/a-1280.50-50.jpeg', width: { value: 1280 }, height: { value: 720 } },
        { url: 'https://news.example/media/a-944.50-50.jpeg', width: { value: 944 }, height: { value: 708 } },
        { url: 'https://news.example/media/a-720.50-50.jpeg', width: { value: 720 }, height: { value: 720 } },
      ],
    });
  });

  test('has a picture whole that is too small to be cut', () => {
    const picture = { ...(sampleDetail().picture as Picture), share: null, crops: [] };
    expect(articleJsonLd(sampleDetail({ picture }), sampleSite).image).toMatchObject([
      { url: 'https://news.example/media/a-1200.jpg', width: { value: 1200 }, height: { value: 800 } },
    ]);
  });

  test('without a picture has the image made of its words', () => {
    const social = { url: '/media/social/a.png', width: 1200, height: 630 };
    expect(articleJsonLd(sampleDetail({ picture: null, social }), sampleSite).image).toMatchObject([
      { url: 'https://news.example/media/social/a.png', width: { value: 1200 }, height: { value: 630 } },
    ]);
  });

  test('names the publisher with its logo', () => {
    expect(articleJsonLd(sampleDetail(), sampleSite).publisher).toMatchObject({
      '@type': 'NewsMediaOrganization',
      name: sampleSite.name,
      logo: {
        '@type': 'ImageObject',
        url: 'https://news.example/logo.png',
        width: { value: 512 },
        height: { value: 512 },
      },
    });
  });

  test('never adds votes counted elsewhere to those of the ledger', () => {
    const counters = JSON.parse(serializeJsonLd(articleJsonLd(sampleDetail(), sampleSite))).interactionStatistic;
    expect(counters).toMatchObject([
      { interactionType: { '@type': 'ViewAction' }, userInteractionCount: 12 },
      { interactionType: { '@type': 'LikeAction' }, userInteractionCount: 3 },
      { userInteractionCount: 63_295, description: expect.stringContaining('elsewhere') },
    ]);
    expect(articleJsonLd(sampleDetail({ importedVotes: 0 }), sampleSite).interactionStatistic).toHaveLength(2);
  });

  test('without bylines is by its agency, and without an agency by the site', () => {
    const nobody = sampleDetail({ bylines: [] });
    expect(articleJsonLd(nobody, sampleSite).author).toEqual([{ '@type': 'Organization', name: 'AP' }]);
    expect(articleJsonLd({ ...nobody, sourceAgency: '' }, sampleSite).author).toMatchObject([
      { '@type': 'NewsMediaOrganization', name: sampleSite.name },
    ]);
  });

  test('that was never updated was last changed when it was published', () => {
    const jsonLd = articleJsonLd(sampleDetail({ updatedAt: null }), sampleSite);
    expect(jsonLd).toMatchObject({ dateModified: '2025-04-15T10:34:46.000Z' });
  });

  test('whose day of publication is not known gives machines none, only that of an update here', () => {
    const copied = sampleDetail({ dateIs: 'copied', updatedAt: null });
    const text = serializeJsonLd(articleJsonLd(copied, sampleSite));
    expect(JSON.parse(text)).not.toHaveProperty('datePublished');
    expect(text).not.toContain('2025-04-15');
    expect(articleJsonLd(sampleDetail({ dateIs: 'copied' }), sampleSite)).toMatchObject({
      dateModified: '2025-04-16T08:00:00.000Z',
    });
  });
});

test('a breadcrumb has the links of the visible one, in their order', () => {
  const page = (path: string) => ({ '@type': 'WebPage', '@id': `https://news.example${path}` });
  expect(breadcrumbJsonLd(sampleDetail().trail, sampleSite).itemListElement).toEqual([
    { '@type': 'ListItem', position: 1, name: 'News', item: page('/news') },
    { '@type': 'ListItem', position: 2, name: 'World', item: page('/world') },
  ]);
});

const list = { title: 'World', description: 'Abroad', path: '/world?before=1-x', cards: [sampleDetail()] };

const profile = {
  name: 'José Núñez',
  biography: 'Writes about ships.',
  href: '/author/jos%C3%A9',
  path: '/author/jos%C3%A9?before=1-x',
  cards: [sampleDetail({ kind: 'opinion' }), sampleDetail({ dateIs: 'copied' })],
};

test("an author's page is about the person, whichever page of the list it is, and has its stories", () => {
  expect(JSON.parse(serializeJsonLd(profileJsonLd(profile, sampleSite)))).toMatchObject({
    '@type': 'ProfilePage',
    url: 'https://news.example/author/jos%C3%A9?before=1-x',
    mainEntity: {
      '@type': 'Person',
      name: 'José Núñez',
      url: 'https://news.example/author/jos%C3%A9',
      description: 'Writes about ships.',
    },
    hasPart: [
      { '@type': 'OpinionNewsArticle', datePublished: '2025-04-15T10:34:46.000Z' },
      { '@type': 'NewsArticle', url: 'https://news.example/world/a-story' },
    ],
  });
});

test("an author's page gives no day of publication to a story of which only that of copying is known", () => {
  const { hasPart } = JSON.parse(serializeJsonLd(profileJsonLd(profile, sampleSite)));
  expect(hasPart[1]).not.toHaveProperty('datePublished');
});

describe.skipIf(!vocabulary)('the vocabulary of schema.org', () => {
  const faults = vocabulary ? schemaOrgValidator(vocabulary) : () => ['There is no vocabulary.'];

  test.each(articleKinds)('has every type and property of a story of kind %s', (kind) => {
    expect(faults(articleJsonLd(sampleDetail({ kind }), sampleSite))).toEqual([]);
  });

  test('has those of a story with as little as there can be', () => {
    const bare = { standfirst: '', bodyHtml: '', datelinePlace: '', sourceAgency: '', licence: '', importedVotes: 0 };
    const none = { updatedAt: null, picture: null, sourceUrl: null, bylines: [], tags: [] };
    expect(faults(articleJsonLd(sampleDetail({ ...bare, ...none, dateIs: 'copied' }), sampleSite))).toEqual([]);
  });

  test('has those of breadcrumbs, lists and the site', () => {
    expect(faults(breadcrumbJsonLd(sampleDetail().trail, sampleSite))).toEqual([]);
    expect(faults(listJsonLd(list, sampleSite))).toEqual([]);
    expect(faults(siteJsonLd(sampleSite))).toEqual([]);
  });

  test("has those of an author's page, also without a biography and stories", () => {
    expect(faults(profileJsonLd(profile, sampleSite))).toEqual([]);
    expect(faults(profileJsonLd({ ...profile, biography: '', cards: [] }, sampleSite))).toEqual([]);
  });

  test('finds fault with what it does not have', () => {
    expect(faults({ '@type': 'NewsArticle', headlin: 'x' })).toEqual(["There is no property 'headlin'."]);
    expect(faults({ '@type': 'LiveBlogPosting', dateline: 'x' })).toEqual([
      "A LiveBlogPosting has no property 'dateline'.",
    ]);
    expect(faults({ '@type': 'NewsArticle', wordCount: 'x' })).toEqual(['NewsArticle.wordCount may not be "x".']);
  });
});

describe('JSON-LD in a script element', () => {
  test.each(hostileTexts)('is the same when read, and cannot end the element: %s', (headline) => {
    expectHarmless(headline);
  });

  test('is harmless whatever a headline holds', () => {
    const bits = fc.constantFrom(
      '</script',
      '<!--',
      '<script',
      '-->',
      ']]>',
      '\u2028',
      '\u2029',
      '&lt;',
      '"',
      '\\',
      "'",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary' }))), (parts) => expectHarmless(parts.join(''))),
    );
  });
});

function expectHarmless(headline: string): void {
  const written = serializeJsonLd(articleJsonLd(sampleDetail({ headline }), sampleSite));
  expect(written).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(written).headline).toBe(headline);
}
