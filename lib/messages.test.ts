import { expect, test } from 'vitest';
import { en } from '#messages/en.ts';
import { type Catalogue, type MessageKey, speak, wordsFor } from './messages.ts';

const say = wordsFor('en');

test('a count is written as the language writes numbers and takes its plural form', () => {
  expect(say('article.views', { count: 1 })).toBe('1 view');
  expect(say('article.views', { count: 0 })).toBe('0 views');
  expect(say('article.views', { count: 1234 })).toBe('1,234 views');
});

test('a value that looks like a placeholder or a replacement pattern is left alone', () => {
  expect(say('recommendation.new', { section: '{count} $& $1' })).toBe('New in {count} $& $1');
});

test('a placeholder without a value is refused by name', () => {
  expect(() => say('recommendation.new')).toThrow("The message 'recommendation.new' was not given its 'section'.");
});

test('a language without a catalogue is answered in English', () => {
  expect(wordsFor('tlh')('site.search')).toBe('Search');
});

test('a language of several plural forms chooses among its own', () => {
  const polish: Catalogue = {
    ...en,
    'article.views': {
      one: '{count} odsłona',
      few: '{count} odsłony',
      many: '{count} odsłon',
      other: '{count} odsłony',
    },
  };
  const powiedz = speak(polish, 'pl');
  expect([1, 3, 5].map((count) => powiedz('article.views', { count }))).toEqual(['1 odsłona', '3 odsłony', '5 odsłon']);
});

test('no message of the English catalogue is empty, and every plural has the form that all numbers can take', () => {
  for (const key of Object.keys(en) as MessageKey[]) {
    const message = en[key];
    const forms = typeof message === 'string' ? [message] : Object.values(message);
    expect(forms.every((form) => form.trim() !== '')).toBe(true);
    if (typeof message !== 'string') expect(message).toHaveProperty('other');
  }
});
