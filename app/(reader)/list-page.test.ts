import { expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { siteSettings } from '#features/settings/schema.ts';
import { wordsFor } from '#lib/messages.ts';
import { cursorsOf, headOf, neighbours, pathOf } from './list-page.ts';

const one = '1794168924800000-01a20595-feb6-76a8-bf8b-94d5f778cbb5';
const other = '1794168924800001-01a20595-feb6-76a8-bf8b-94d5f778cbb5';
const settings = { ...siteSettings.parse({}), name: 'The Paper' };
const edition = { site: { ...settings, url: 'https://paper.example' }, say: wordsFor('en') };
const none = { before: undefined, after: undefined };

test('a cursor that is none is as good as absent', () => {
  expect(cursorsOf({ before: 'yesterday', after: '' })).toEqual(none);
  expect(pathOf({ href: '/world', cursors: cursorsOf({ before: "1-'; drop table" }) })).toBe('/world');
});

test('of two cursors the one towards older stories counts, so that a page has one address', () => {
  expect(cursorsOf({ before: one, after: other })).toEqual({ before: one, after: undefined });
  expect(cursorsOf({ before: 'junk', after: [other, one] })).toEqual({ before: undefined, after: other });
});

test('each page of a list is its own canonical address and names its neighbours', () => {
  const page = { cards: [], older: other, newer: null };
  const list = { title: 'World', href: '/world', cursors: { ...none, before: one }, page, feeds: true };
  const head = headOf(list, edition);
  expect(head.alternates?.canonical).toBe(`https://paper.example/world?before=${one}`);
  expect(head.pagination).toEqual({ previous: undefined, next: `https://paper.example/world?before=${other}` });
  expect(JSON.stringify(head.alternates?.types)).toContain('https://paper.example/world/feed.xml');
});

test('the ends of a list have no neighbour', () => {
  const page = { cards: [], older: null, newer: one };
  expect(neighbours({ href: '/tag/trade', page })).toEqual({ older: null, newer: `/tag/trade?after=${one}` });
});

test('only the first page of a list has its bare title; the others say from when on they go back', () => {
  const cards = [sampleCard({ publishedAt: new Date('2026-11-19T14:05:00Z') })];
  const list = { title: 'World', href: '/world', cursors: none, feeds: true };
  const titleOf = (newer: string | null) => headOf({ ...list, page: { cards, older: null, newer } }, edition).title;
  expect(titleOf(null)).toEqual({ absolute: 'World – The Paper' });
  expect(titleOf(one)).toEqual({ absolute: 'World: up to 19 November 2026, 14:05 UTC – The Paper' });
});
