import {
  Announce,
  Article,
  Create,
  Hashtag,
  Image,
  type LanguageString,
  Organization,
  Person,
} from '@fedify/fedify/vocab';
import { describe, expect, test } from 'vitest';
import { sampleStory } from '#features/feed/testing/sample-feed.ts';
import { hostileTexts, sampleSite } from '#features/site/testing/sample-site.ts';
import {
  actorDocument,
  announceDocument,
  createDocument,
  standalone,
  storyDocument,
  webFingerDocument,
} from './documents.ts';

const bylineId = '0199aaaa-0000-7000-8000-0000000000aa';
const author = {
  bylineId,
  username: 'kim-min-ji',
  name: 'Kim <Min-ji>',
  about: 'Writes & reads.',
  href: '/author/kim-min-ji',
};
const site = { bylineId: null, username: 'news.example', name: sampleSite.name, about: '', href: '/' };
const known = { story: sampleStory(), round: 2, editedAt: null, text: 'whole' } as const;
const storyId = 'https://news.example/fediverse/stories/0199aaaa-0000-7000-8000-000000000001/2';

describe('a story, as another implementation reads it', () => {
  const read = (more: object = {}) => Article.fromJsonLd(standalone(storyDocument({ ...known, ...more }, sampleSite)));

  test('is an article of the site, for everybody, with its page, its dates and its language', async () => {
    const article = await read();
    expect(article.id?.href).toBe(storyId);
    expect(article.attributionId?.href).toBe('https://news.example/fediverse/actors/site');
    expect(article.toId?.href).toBe('https://www.w3.org/ns/activitystreams#Public');
    expect(article.ccId?.href).toBe('https://news.example/fediverse/actors/site/followers');
    expect(article.url).toEqual(new URL('https://news.example/world/a-story'));
    expect([String(article.name), String(article.summary)]).toEqual(['A story', 'What happened, in a line.']);
    expect([String(article.published), String(article.updated)]).toEqual([
      '2025-04-15T10:34:46Z',
      '2025-04-16T08:00:00Z',
    ]);
    const [, spoken] = article.contents as LanguageString[];
    expect(spoken?.locale.toString()).toBe(known.story.language);
    expect(String(spoken)).toContain('<h2 id="h-why">Why</h2>');
  });

  test('has its picture, and its tags as hashtags of one word', async () => {
    const article = await read({ story: sampleStory({ tags: [{ name: 'R&D in the north', href: '/tag/r-d' }] }) });
    const image = (await article.getImage()) as Image;
    expect(image).toBeInstanceOf(Image);
    expect([image.url, image.width, String(image.name)]).toEqual([
      new URL('https://news.example/media/a-1200.50-50.jpeg'),
      1200,
      'A ship in a harbour',
    ]);
    const tags: Hashtag[] = [];
    for await (const tag of article.getTags()) tags.push(tag as Hashtag);
    expect(tags.map((tag) => [tag instanceof Hashtag, String(tag.name), tag.href?.href])).toEqual([
      [true, '#RDInTheNorth', 'https://news.example/tag/r-d'],
    ]);
    expect(await (await read({ story: sampleStory({ picture: null }) })).getImage()).toBeNull();
  });

  test('was changed when its words were, however little', async () => {
    const article = await read({ editedAt: new Date('2025-05-01T00:00:00Z') });
    expect(String(article.updated)).toBe('2025-05-01T00:00:00Z');
  });

  test('has no date of publication where only the day of copying is known', async () => {
    const article = await read({ story: sampleStory({ dateIs: 'copied', updatedAt: null }) });
    expect([article.published, article.updated]).toEqual([null, null]);
  });

  test('is its summary where feeds carry summaries', () => {
    const { content } = storyDocument({ ...known, text: 'summary' }, sampleSite);
    expect(content).toBe('<p>What happened, in a line.</p>');
  });

  test.each(hostileTexts)('has its headline whole and its summary escaped: %s', (text) => {
    const story = sampleStory({ headline: text, standfirst: text });
    const { name, summary, content } = storyDocument({ ...known, story, text: 'summary' }, sampleSite);
    expect(JSON.parse(JSON.stringify({ name })).name).toBe(text);
    expect(String(summary)).not.toMatch(/[<>]/);
    expect(content).toBe(`<p>${summary}</p>`);
  });
});

test('a story is made known by the site, and passed on by its authors', async () => {
  const create = await Create.fromJsonLd(standalone(createDocument(known, sampleSite)));
  expect(create.actorId?.href).toBe('https://news.example/fediverse/actors/site');
  expect([create.objectId?.href, await create.getObject()]).toEqual([storyId, expect.any(Article)]);
  expect(create.id?.href).toBe(`${storyId}#create`);
  const { id: articleId } = known.story;
  const passed = announceDocument(bylineId, { articleId, round: 2, published: '2025-04-15T10:34:46.000Z' }, sampleSite);
  const announce = await Announce.fromJsonLd(standalone(passed));
  expect(announce.actorId?.href).toBe(`https://news.example/fediverse/actors/${bylineId}`);
  expect(announce.objectId?.href).toBe(storyId);
  expect(announce.ccId?.href).toBe(`https://news.example/fediverse/actors/${bylineId}/followers`);
});

test('the site is an organisation and an author a person, each with inbox, followers and key', async () => {
  const { publicKey } = await crypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
    true,
    ['sign', 'verify'],
  );
  const der = Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64');
  const pem = `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`;
  const person = await Person.fromJsonLd(standalone(actorDocument(author, pem, sampleSite)));
  const id = `https://news.example/fediverse/actors/${bylineId}`;
  expect(person.id?.href).toBe(id);
  expect([person.preferredUsername, String(person.name), String(person.summary)]).toEqual([
    'kim-min-ji',
    'Kim <Min-ji>',
    '<p>Writes &amp; reads.</p>',
  ]);
  expect([person.inboxId, person.followersId, person.outboxId, person.endpoints?.sharedInbox].map(String)).toEqual([
    `${id}/inbox`,
    `${id}/followers`,
    `${id}/outbox`,
    'https://news.example/fediverse/inbox',
  ]);
  const key = await person.getPublicKey();
  expect([key?.id?.href, key?.ownerId?.href]).toEqual([`${id}#main-key`, id]);
  expect(await Organization.fromJsonLd(standalone(actorDocument(site, pem, sampleSite)))).toBeInstanceOf(Organization);
});

test('WebFinger leads from an account to its actor and its page', () => {
  expect(webFingerDocument(author, sampleSite)).toEqual({
    subject: 'acct:kim-min-ji@news.example',
    aliases: [`https://news.example/fediverse/actors/${bylineId}`, 'https://news.example/author/kim-min-ji'],
    links: [
      { rel: 'self', type: 'application/activity+json', href: `https://news.example/fediverse/actors/${bylineId}` },
      {
        rel: 'http://webfinger.net/rel/profile-page',
        type: 'text/html',
        href: 'https://news.example/author/kim-min-ji',
      },
    ],
  });
});
