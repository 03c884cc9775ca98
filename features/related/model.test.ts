import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Comparable,
  insertRelation,
  isSameStory,
  likeness,
  type Relation,
  relate,
  tellingWords,
  twoOf,
  weighWords,
} from './model.ts';

const common = { shares: new Map([['said', 0.8]]), rarest: 0.001 };

const story = (id: string, words: string, more: Partial<Comparable> = {}): Comparable => ({
  id,
  sectionId: 'world',
  tagIds: [],
  at: new Date('2026-11-01'),
  words: weighWords([...new Set(words.split(' '))].map((word) => `'${word}':1`).join(' '), common),
  ...more,
});

describe('the words of a story', () => {
  test('weigh more in the headline, more often, and rarer', () => {
    const words = weighWords("'ferri':1A,7 'harbour':8 'sail':9,10,11 'said':12,13,14", common);
    const of = (lexeme: string) => words.get(lexeme) ?? Number.NaN;
    expect(of('ferri')).toBeGreaterThan(of('sail'));
    expect(of('sail')).toBeGreaterThan(of('harbour'));
    expect(of('said')).toBeLessThan(of('harbour'));
    expect(Math.hypot(...words.values())).toBeCloseTo(1);
  });

  test('are read as Postgres writes them, with quotes and backslashes in them', () => {
    expect([...weighWords(`'l''ocean':1 'c:\\\\d':2A 'bare'`, common).keys()]).toEqual(["l'ocean", 'c:\\d', 'bare']);
    expect(weighWords('', common).size).toBe(0);
  });

  test('are asked for two at a time, and quoted', () => {
    expect(twoOf(['a', "b'c", 'd\\'])).toBe(`('a' & ('b''c' | 'd\\\\')) | ('b''c' & ('d\\\\'))`);
    expect(twoOf(['alone'])).toBeNull();
  });

  test('are asked for only as far as they find some hundreds of stories', () => {
    const shares = new Map([
      ['rare', 0.0001],
      ['rarer', 0.0002],
      ['said', 0.5],
      ['year', 0.4],
    ]);
    const words = new Map([...shares.keys()].map((lexeme, index) => [lexeme, 1 - index / 10]));
    const telling = (stories: number) =>
      tellingWords(words, { shares, rarest: 0.0001 }, { stories, most: 800, count: 24 });
    expect(telling(1000)).toEqual(['rare', 'rarer', 'said', 'year']);
    expect(telling(1_000_000)).toEqual(['rare', 'rarer', 'said']);
    expect(telling(1_000_000_000)).toEqual(['rare', 'rarer']);
  });
});

describe('likeness', () => {
  test('is of words first; a tag, the section and nearness in time add to it', () => {
    const self = story('self', 'ferry strike harbour', { tagIds: ['ships'] });
    const plain = { sectionId: 'sport', at: new Date('2020-01-01') };
    const alike = story('alike', 'ferry strike talks', plain);
    const stranger = story('stranger', 'goal match', plain);
    const ranks = [
      alike,
      story('tagged', 'goal match', { ...plain, tagIds: ['ships'] }),
      story('same section, same autumn', 'goal', { ...plain, sectionId: 'world', at: new Date('2026-10-01') }),
      story('same section', 'match', { ...plain, sectionId: 'world' }),
    ];
    const all = [...ranks, stranger, story('same day', 'goal match', { ...plain, at: self.at })];
    expect(relate(self, all.toReversed(), 9).relations.map(({ id }) => id)).toEqual(ranks.map(({ id }) => id));
    expect(likeness(self, stranger)).toBeCloseTo(0);
  });

  const word = fc.constantFrom(...'abcdefghijklmnop');
  const anyStory = fc
    .record({
      words: fc.array(word, { minLength: 1, maxLength: 12 }),
      sectionId: word,
      tagIds: fc.uniqueArray(word),
      day: fc.nat(900),
    })
    .map(({ words, sectionId, tagIds, day }) =>
      story(`${words.join('')}${sectionId}${tagIds.join('')}${day}`, words.join(' '), {
        sectionId,
        tagIds,
        at: new Date(day * 86_400_000),
      }),
    );

  test('is the same from either side', () => {
    fc.assert(
      fc.property(anyStory, anyStory, (one, other) => {
        expect(likeness(one, other)).toBeCloseTo(likeness(other, one), 12);
        expect(isSameStory(one, other)).toBe(isSameStory(other, one));
      }),
    );
  });

  test('a list holds the story itself never, nothing twice, no reprint of what it holds, and the best first', () => {
    fc.assert(
      fc.property(anyStory, fc.uniqueArray(anyStory, { selector: ({ id }) => id }), fc.nat(6), (self, others, most) => {
        const { relations, same } = relate(self, [self, ...others], most);
        const listed = relations.map(({ id }) => others.find((other) => other.id === id) as Comparable);
        expect(relations.length).toBeLessThanOrEqual(most);
        expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length);
        for (const one of listed) {
          expect(one.id).not.toBe(self.id);
          expect(same.has(one.id)).toBe(false);
          expect(listed.filter((other) => isSameStory(one, other))).toEqual([one]);
        }
        const scores = relations.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('a story that comes later', () => {
  const list: Relation[] = [
    { id: 'first', score: 0.5 },
    { id: 'reprint', score: 0.4 },
    { id: 'last', score: 0.1 },
  ];
  const insert = (score: number, same: string[] = [], most = 9) =>
    insertRelation(list, { id: 'new', score }, new Set(same), most).map(({ id }) => id);

  test('takes its place in the list of another', () => {
    expect(insert(0.45)).toEqual(['first', 'new', 'reprint', 'last']);
    expect(insert(0.45, [], 3)).toEqual(['first', 'new', 'reprint']);
    expect(insert(0.01, [], 3)).toEqual(['first', 'reprint', 'last']);
  });

  test('takes the place of its reprint if it is more alike, and stays out if it is less', () => {
    expect(insert(0.45, ['reprint'])).toEqual(['first', 'new', 'last']);
    expect(insert(0.3, ['reprint'])).toEqual(['first', 'reprint', 'last']);
  });

  test('stands behind what was there with the same score, which is kept with seven digits', () => {
    const kept: Relation[] = [{ id: 'kept', score: 0.14999998 }];
    const insertNext = (score: number) => insertRelation(kept, { id: 'new', score }, new Set(), 9).map(({ id }) => id);
    expect(insertNext(0.149999979)).toEqual(['kept', 'new']);
    expect(insertNext(0.15)).toEqual(['new', 'kept']);
  });

  test('that was there moves to where it belongs now', () => {
    expect(insertRelation(list, { id: 'last', score: 0.6 }, new Set(), 9).map(({ id }) => id)).toEqual([
      'last',
      'first',
      'reprint',
    ]);
  });
});
