import { expect, test } from 'vitest';
import { adsTxtProblem } from '#features/site/ads-txt.ts';

test('sellers, variables, comments and empty lines make an ads.txt', () => {
  const text = `# Ours
google.com, pub-0000000000000000, DIRECT, f08c47fec0942fa0 # with its authority
greenadexchange.example, 12345, reseller
silverssp.example, 9675, RESELLER;extension

OWNERDOMAIN=news.example
contact = ads@news.example
subdomain=divisionone.news.example`;
  expect(adsTxtProblem(text)).toBeNull();
  expect(adsTxtProblem('')).toBeNull();
});

test.each([
  'google.com, pub-1, OWNER',
  'google.com, DIRECT',
  'google, pub-1, DIRECT',
  'google.com, , DIRECT',
  'google.com, pub-1, DIRECT, a, b',
  '<html>',
  'OWNERDOMAIN=',
])('‘%s’ is no line of one', (line) => {
  expect(adsTxtProblem(`# Ours\n${line}`)).toMatch(/^must have in line 2 a seller such as /);
});
