import { expect, test } from 'vitest';
import { changeSettingsInput, siteSettings } from './schema.ts';

test('what nobody has changed has its default', () => {
  expect(siteSettings.parse({ voteLabel: 'Well done' })).toMatchObject({ name: 'Broadsheet', voteLabel: 'Well done' });
});

test.each([
  [
    { nosuch: 1 },
    'There is no such setting; there are name, description, timeZone, language, voteLabel, rankingHalfLife, accent, logo, aiCrawlers, feedText, llmsTxt, adsTxt, securityTxt, humansTxt, fediverse, indexNow, webSubHub.',
  ],
  [{ voteLabel: ' ' }, 'must not be empty'],
  [{ name: 'The Daily\r\nBcc: all@news.example' }, 'must be one line without control characters'],
  [{ voteLabel: 'Well\u0007done' }, 'must be one line without control characters'],
  [{ aiCrawlers: 'some' }, 'must be one of allowed, noTraining, none'],
  [{ feedText: 'half' }, 'must be one of whole, summary'],
  [{ llmsTxt: 'maybe' }, 'must be one of off, on'],
  [{ fediverse: 'perhaps' }, 'must be one of off, on'],
  [{ webSubHub: 'hub.example' }, 'must be an address such as https://hub.example/'],
  [{ webSubHub: 'https://me:secret@hub.example/' }, 'must be an address such as https://hub.example/'],
  [{ webSubHub: 'ftp://hub.example/' }, 'must be an address such as https://hub.example/'],
  [{ humansTxt: 'A\u0000' }, 'must be plain text'],
  [{ adsTxt: 'a'.repeat(50_001) }, 'must be at most 50000 characters long'],
  [
    { securityTxt: 'Expires: 2100-01-01T00:00:00Z' },
    'must have a line such as ‘Contact: mailto:security@news.example’',
  ],
  [{ timeZone: '+01:00' }, 'must be a time zone such as Europe/Berlin'],
  [{ timeZone: 'Mars/Olympus' }, 'must be a time zone such as Europe/Berlin'],
  [{ logo: 'a.png' }, 'must be a picture of the library'],
  [{ accent: 'red' }, 'must be a colour such as #a01c22'],
  [{ language: 'not a language' }, 'must be a language tag such as en, pt-BR or zh-Hans'],
])('%j is refused in words that say what to write', (input, words) => {
  expect(changeSettingsInput.safeParse(input).error?.issues[0]?.message).toBe(words);
});

test('the address of a hub is in ASCII, as HTTP and feeds name it, also where it was set before', () => {
  const webSubHub = 'https://hub.example/世界';
  const inAscii = { webSubHub: 'https://hub.example/%E4%B8%96%E7%95%8C' };
  expect(changeSettingsInput.parse({ webSubHub })).toEqual(inAscii);
  expect(siteSettings.parse({ webSubHub })).toMatchObject(inAscii);
  expect(changeSettingsInput.parse({ webSubHub: ' ' })).toEqual({ webSubHub: '' });
});

test('a name of two lines, as it could once be given, still holds', () => {
  expect(siteSettings.parse({ name: 'The\nDaily' })).toMatchObject({ name: 'The\nDaily' });
});

test('a file keeps its lines, whatever system they were written on', () => {
  expect(changeSettingsInput.parse({ humansTxt: 'One\r\n\r\nTwo\rThree\n' }).humansTxt).toBe('One\n\nTwo\nThree');
  expect(changeSettingsInput.parse({ adsTxt: '', securityTxt: ' \n' })).toEqual({ adsTxt: '', securityTxt: '' });
});

test('a security.txt that has run out still stands where it stood', () => {
  const securityTxt = 'Contact: mailto:a@news.example\nExpires: 2001-01-01T00:00:00Z';
  expect(siteSettings.parse({ securityTxt })).toMatchObject({ securityTxt });
});
