import { expect, test } from 'vitest';
import { cursorsOf, headOf, neighbours, pathOf } from './list-page.ts';

const one = '1794168924800000-01a20595-feb6-76a8-bf8b-94d5f778cbb5';
const other = '1794168924800001-01a20595-feb6-76a8-bf8b-94d5f778cbb5';
const site = { name: 'The Paper', description: '', language: 'en', url: 'https://paper.example' };
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
  const head = headOf(list, site);
  expect(head.alternates?.canonical).toBe(`https://paper.example/world?before=${one}`);
  expect(head.pagination).toEqual({ previous: undefined, next: `https://paper.example/world?before=${other}` });
  expect(JSON.stringify(head.alternates?.types)).toContain('https://paper.example/world/feed.xml');
});

test('the ends of a list have no neighbour', () => {
  const page = { cards: [], older: null, newer: one };
  expect(neighbours({ href: '/tag/trade', page })).toEqual({ older: null, newer: `/tag/trade?after=${one}` });
});
