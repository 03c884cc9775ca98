import { expect, test } from 'vitest';
import { confirmationHref, confirmationMessage } from './model.ts';

test.each([
  ['0198', null, '/vote/0198'],
  ['0198', 'limited' as const, '/vote/0198?problem=limited'],
  ['//evil.example/?x', null, '/vote/%2F%2Fevil.example%2F%3Fx'],
  ['../desk', 'invalid' as const, '/vote/..%2Fdesk?problem=invalid'],
])('the confirmation of a vote for %j stays on the site', (articleId, problem, expected) => {
  expect(confirmationHref(articleId, problem)).toBe(expected);
});

test.each([
  [undefined, { standing: true, held: false }, 'vote.counted'],
  [undefined, { standing: true, held: true }, 'vote.held'],
  [undefined, { standing: false, held: false }, 'vote.withdrawn'],
  [undefined, null, 'vote.none'],
  ['limited', { standing: true, held: false }, 'vote.limited'],
  ['invalid', null, 'vote.invalid'],
  ['fault', { standing: false, held: false }, 'vote.failed'],
  ['<script>', { standing: true, held: false }, 'vote.failed'],
  [['limited'], { standing: true, held: false }, 'vote.failed'],
])('a problem of %j and a vote that stands: %j is %s', (problem, standing, message) => {
  expect(confirmationMessage(problem, standing)).toBe(message);
});
