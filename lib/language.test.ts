import { expect, test } from 'vitest';
import { directionOf, isLanguageTag, languageMark } from './language.ts';

test('Arabic, Hebrew and Urdu run from right to left, in any country', () => {
  expect(['ar', 'he', 'ur-PK', 'ar-EG'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
  expect(['en', 'ja', 'ru', 'az-Latn'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
});

test('text of the same language is not marked', () => {
  expect(languageMark('en', 'en')).toEqual({});
});

test('text of another language says its direction only where that differs', () => {
  expect(languageMark('fr', 'en')).toEqual({ lang: 'fr' });
  expect(languageMark('ar', 'en')).toEqual({ lang: 'ar', dir: 'rtl' });
  expect(languageMark('en', 'ar')).toEqual({ lang: 'en', dir: 'ltr' });
});

test('a language tag is well formed, whether or not anybody speaks it', () => {
  for (const tag of ['en', 'pt-BR', 'zh-Hans', 'tlh']) expect(isLanguageTag(tag), tag).toBe(true);
  for (const tag of ['', 'en_GB', 'en-', 'e', 'en gb', 'x-piglatin', 'english'])
    expect(isLanguageTag(tag), tag).toBe(false);
});
