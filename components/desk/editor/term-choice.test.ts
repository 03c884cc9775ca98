import { expect, test } from 'vitest';
import { atEnter, offered } from './term-choice.ts';

const idris = { id: '1', name: 'Idris Vale' };
const ida = { id: '2', name: 'Ida' };

test('those who are there come first, and the offer of somebody new last', () => {
  expect(offered(' Id ', [ida, idris], true)).toEqual([
    { kind: 'known', term: ida },
    { kind: 'known', term: idris },
    { kind: 'new', name: 'Id' },
  ]);
});

test('nobody new is offered where the name is there already, in whatever case, or where this person may not', () => {
  expect(offered('IDA', [ida], true)).toEqual([{ kind: 'known', term: ida }]);
  expect(offered('Una', [], false)).toEqual([]);
  expect(offered('  ', [], true)).toEqual([]);
});

test('Enter takes the one whose name was typed, in whatever case, wherever it stands in the list', () => {
  expect(atEnter('ida ', [idris, ida], true)).toEqual({ kind: 'known', term: ida });
  expect(atEnter('IDRIS VALE', [idris], false)).toEqual({ kind: 'known', term: idris });
});

test('Enter makes somebody new only where nobody fits what was typed', () => {
  expect(atEnter('Una', [], true)).toEqual({ kind: 'new', name: 'Una' });
  expect(atEnter('Idris', [idris], true)).toBeNull();
  expect(atEnter('Una', [], false)).toBeNull();
});
