import { expect, test } from 'vitest';
import { directionOf } from '#lib/language.ts';
import { changeSettingsInput, siteSettings } from './schema.ts';

test('a site that nobody has set up has usable settings', () => {
  expect(siteSettings.parse({})).toMatchObject({ name: 'Broadsheet', timeZone: 'UTC', voteLabel: 'veryGood!' });
});

test('what was changed is kept beside the defaults', () => {
  expect(siteSettings.parse({ name: 'The Harbour Post' })).toMatchObject({ name: 'The Harbour Post', language: 'en' });
});

// Every page is set in the language and the time zone: one that the runtime does not take would break them all.
test.each([
  ['language', 'en_GB', 'must be a language tag such as en, pt-BR or zh-Hans'],
  ['language', '', 'must be a language tag such as en, pt-BR or zh-Hans'],
  ['timeZone', 'Mars/Olympus', 'must be a time zone such as Europe/Berlin'],
])('the %s %j is refused in a sentence', (name, value, sentence) => {
  expect(changeSettingsInput.safeParse({ [name]: value }).error?.issues[0]?.message).toBe(sentence);
});

test('a language that is taken can be written in', () => {
  const { language } = siteSettings.parse({ language: 'ar-EG' });
  expect(directionOf(language)).toBe('rtl');
});

test('a setting that there is not is refused', () => {
  expect(changeSettingsInput.safeParse({ colour: 'red' }).success).toBe(false);
});
