import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { llmsText } from '#features/site/llms.ts';
import { anyLine } from '#features/site/testing/any-line.ts';
import { hostileTexts, sampleSite } from '#features/site/testing/sample-site.ts';

const section = { id: 'a', slug: '世界', name: 'World', description: 'From everywhere.', parentId: null };

test('it names the site, its sections and its latest stories, each with its whole address', () => {
  const story = sampleCard({ headline: 'A story', standfirst: 'In a line.', href: '/world/a-story' });
  const site = { ...sampleSite, name: 'The Daily', description: 'News & more.' };
  expect(llmsText(site, [section], [story])).toBe(`# The Daily

> News \\& more.

## Sections

- [World](https://news.example/%E4%B8%96%E7%95%8C): From everywhere.

## Latest stories

- [A story](https://news.example/world/a-story): In a line.

## Optional

- [Atom](https://news.example/atom.xml): The latest stories as a feed
- [Sitemap](https://news.example/sitemap.xml): Every story by the month in which it was first published
`);
});

test('a site with nothing in it yet has no empty parts', () => {
  const text = llmsText({ ...sampleSite, description: '' }, [], []);
  expect(text).not.toMatch(/Sections|Latest|^>/m);
  expect(text).toContain('## Optional');
});

const parse = (text: string) => fromMarkdown(text).children;

function words(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

function expectWhole(text: string): void {
  const site = { ...sampleSite, name: text, description: text };
  const [title, description, , list] = parse(llmsText(site, [], [sampleCard({ headline: text, standfirst: text })]));
  const seen = text.replace(/\s+/g, ' ').trim();
  expect([title?.type, description?.type, list?.type]).toEqual(['heading', 'blockquote', 'list']);
  expect([title, description].map((node) => node && words(node))).toEqual([seen, seen]);
  expect(list && words(list)).toBe(`${seen}: ${seen}`);
}

test.each(hostileTexts)('a headline is whole, and no sign in it is taken for Markdown: %s', expectWhole);

test('so is any other', () => {
  const signs = ['[', '](', ')', '*', '_', '`', '<b>', '#', '- ', '1. ', '2) ', '~', '|', '\\', '\n', '![', '=', '+ '];
  const line = fc
    .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme-ascii' })), { minLength: 1 })
    .map((all) => all.join(''))
    .filter((text) => text.trim() !== '');
  fc.assert(fc.property(fc.oneof(line, anyLine), expectWhole), {
    examples: [['~~~~'], ['+ a'], ['12. a']],
    numRuns: 300,
  });
});
