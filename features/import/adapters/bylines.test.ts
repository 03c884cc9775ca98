import { expect, test } from 'vitest';
import { bylinesOf } from './bylines.ts';

test.each([
  ['Wikinews contributors', ['Wikinews contributors']],
  ['Colin MacArthur, Carolyn Dew, John Yuda', ['Colin MacArthur', 'Carolyn Dew', 'John Yuda']],
  ['By Ann Own and Ben Two', ['Ann Own', 'Ben Two']],
  ['Ann Own, Ben Two, and Cy Three; Ann Own', ['Ann Own', 'Ben Two', 'Cy Three']],
  [
    'Gil Alterovitz, PhD, Justin Koufopoulos, Kristen Honey, Ph.D.',
    ['Gil Alterovitz, PhD', 'Justin Koufopoulos', 'Kristen Honey, Ph.D.'],
  ],
  ['Scott Gottlieb, M.D.', ['Scott Gottlieb, M.D.']],
  ['Amando E. Gavino, Jr.', ['Amando E. Gavino, Jr.']],
  ['Office of Information Policy, DOJ', ['Office of Information Policy, DOJ']],
  ['Communications Community Office, Government of Canada', ['Communications Community Office, Government of Canada']],
  ['National Institute of Standards and Technology Team', ['National Institute of Standards and Technology Team']],
  ['David A. Bray, G. Nagesh Rao', ['David A. Bray', 'G. Nagesh Rao']],
  ['  ', []],
])('reads the credit %j as %j', (credit, names) => {
  expect(bylinesOf(credit)).toEqual(names);
});
