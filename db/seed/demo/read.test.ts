import { expect, test } from 'vitest';
import { newsroom } from './newsroom.ts';
import { pictureCatalogue } from './pictures/catalogue.ts';
import { readDemoContent } from './read.ts';
import type { DemoStory } from './schema.ts';

const content = await readDemoContent();
const { stories } = content;

test('a newcomer finds a full newspaper', () => {
  expect(stories.length).toBeGreaterThanOrEqual(44);
  expect(content.sections.length).toBeGreaterThanOrEqual(8);
  expect(content.sections.filter((section) => section.parent).length).toBeGreaterThanOrEqual(2);
  expect(content.bylines.length).toBeGreaterThanOrEqual(12);
  expect(content.tags.length).toBeGreaterThanOrEqual(25);
  for (const { slug } of content.sections) {
    expect(stories.filter((story) => story.section === slug).length, slug).toBeGreaterThanOrEqual(4);
  }
});

test('every section, topic and person that a story names exists, and none is without stories', () => {
  expect(unique(stories.map((story) => story.section))).toEqual(unique(content.sections.map(({ slug }) => slug)));
  expect(unique(stories.flatMap((story) => story.bylines))).toEqual(
    unique(content.bylines.map(({ handle }) => handle)),
  );
  expect(unique(stories.flatMap((story) => story.tags))).toEqual(unique(content.tags.map(({ slug }) => slug)));
  for (const { slug } of content.tags) {
    expect(stories.filter((story) => story.tags.includes(slug)).length, slug).toBeGreaterThanOrEqual(2);
  }
});

test('no headline, address, section, person or topic appears twice', () => {
  for (const names of [
    stories.map((story) => story.headline),
    stories.map((story) => `${story.section}/${story.slug}`),
    content.sections.map(({ slug }) => slug),
    content.bylines.map(({ handle }) => handle),
    content.tags.map(({ slug }) => slug),
  ]) {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

test('a section stands after its parent, and both are at addresses that the site does not use itself', () => {
  const reserved = ['tag', 'author', 'search', 'desk', 'api', 'feed', 'corrections', 'media', 'sitemap', 'about'];
  for (const [index, section] of content.sections.entries()) {
    expect(reserved).not.toContain(section.slug);
    if (section.parent) expect(content.sections.slice(0, index).map(({ slug }) => slug)).toContain(section.parent);
  }
});

test('stories are short reads, and say under which terms they stand', () => {
  for (const story of stories) {
    const words = [...new Intl.Segmenter(story.language, { granularity: 'word' }).segment(story.body)];
    const count = words.filter((word) => word.isWordLike).length;
    expect(count, story.key).toBeGreaterThanOrEqual(140);
    expect(count, story.key).toBeLessThanOrEqual(800);
    expect(story.licence, story.key).toMatch(/demonstration/);
  }
});

test('agency copy names its place, its agency and the address of the original', () => {
  const wire = stories.filter((story) => story.agency);
  expect(wire.length).toBeGreaterThanOrEqual(2);
  for (const story of wire) {
    expect(story.dateline, story.key).toBeDefined();
    expect(story.sourceUrl, story.key).toMatch(/^https:\/\/wire\.example\//);
  }
});

test('the last nine days are covered, and some stories lie in the archive of earlier months', () => {
  for (const day of [0, 1, 2, 3, 4, 5, 6]) {
    const thatDay = stories.filter(({ hoursAgo }) => Math.floor(hoursAgo / 24) === day);
    expect(thatDay.length, `${day} days ago`).toBeGreaterThan(0);
  }
  expect(stories.filter(({ hoursAgo }) => hoursAgo > 30 * 24 && hoursAgo < 70 * 24).length).toBeGreaterThanOrEqual(3);
});

test('a story links only to stories that were out before it, or before its update', () => {
  const byAddress = new Map(stories.map((story) => [`/${story.section}/${encodeURIComponent(story.slug)}`, story]));
  let links = 0;
  for (const story of stories) {
    for (const [, address = ''] of story.body.matchAll(/\]\((\/[^)]+)\)/g)) {
      const target = byAddress.get(address);
      links += 1;
      expect(target?.hoursAgo, `${story.key} → ${address}`).toBeGreaterThan(story.updatedHoursAgo ?? story.hoursAgo);
    }
  }
  expect(links).toBeGreaterThanOrEqual(20);
});

test('an updated story keeps what it said at first, and the two differ', () => {
  const updated = stories.filter((story) => story.updatedHoursAgo !== undefined);
  expect(updated.length).toBeGreaterThanOrEqual(2);
  for (const story of updated) {
    expect(story.earlier, story.key).toBeDefined();
    expect(story.earlier?.body).not.toBe(story.body);
  }
});

test('each picture exists and opens one story only; every picture is used', () => {
  const heroes = stories.flatMap((story) => (story.hero ? [story.hero.picture] : []));
  expect(heroes.filter((name, index) => heroes.indexOf(name) !== index)).toEqual([]);
  const shown = unique([...heroes, ...stories.flatMap(picturesIn)]);
  expect(shown).toEqual(unique([...pictureCatalogue.keys()]));
});

test('pins name stories that exist', () => {
  const keys = stories.map((story) => story.key);
  expect(keys).toEqual(expect.arrayContaining([...newsroom.pins.front, ...newsroom.pins.recommendation]));
});

function picturesIn(story: DemoStory): string[] {
  return [...story.body.matchAll(/\]\(picture:([a-z0-9-]+)/g)].map(([, name = '']) => name);
}

function unique(names: string[]): string[] {
  return [...new Set(names)].sort();
}
