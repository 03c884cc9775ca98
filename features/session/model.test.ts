import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deskPath, signInHref } from './model.ts';

test.for([
  ['/desk/articles', '/desk/articles'],
  ['/desk/articles?state=draft&page=2', '/desk/articles?state=draft&page=2'],
  ['/desk/articles?state=draft&_rsc=1a2b', '/desk/articles?state=draft'],
  ['/desk', '/desk'],
])('whoever was on the way to %s gets there', ([wanted, path]) => {
  expect(deskPath(wanted)).toBe(path);
});

test.for([
  'https://evil.example/desk',
  '//evil.example/desk',
  '/\\evil.example/desk',
  '\\\\evil.example',
  '/\t/evil.example/desk',
  '/desk/../../evil',
  '/desk/..//evil.example',
  '/desk/%2e%2e/evil',
  '/deskevil',
  'javascript:alert(1)',
  '/desk/sign-in',
  '/desk/reset/abc',
  '',
  null,
])('%j leads to the first page of the desk', (wanted) => {
  expect(deskPath(wanted)).toBe('/desk');
});

test('whatever is wanted, the way on is a path of the desk on the own site', () => {
  const part = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    'desk',
    'evil.example',
    '@',
    ':',
    '\t',
    '%2e',
    '%2f',
    '?',
    '#',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (wanted) => {
        const landed = new URL(deskPath(wanted), 'https://news.example');
        expect(landed.origin).toBe('https://news.example');
        expect(landed.pathname).toMatch(/^\/desk(\/|$)/);
      },
    ),
  );
});

test('the sign-in page keeps where somebody was going', () => {
  expect(signInHref('/desk/articles?state=draft')).toBe('/desk/sign-in?to=%2Fdesk%2Farticles%3Fstate%3Ddraft');
  expect(signInHref('/desk')).toBe('/desk/sign-in');
});
