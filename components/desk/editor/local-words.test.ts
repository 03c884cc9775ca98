import { expect, test } from 'vitest';
import { type DraftContent, draftContent } from '#features/draft/schema.ts';
import { LocalWordsKeeping } from './local-words.ts';
import type { LocalWords } from './saving.ts';

const content = (headline: string): DraftContent => draftContent.parse({ headline });
const wordsOf = (headline: string): LocalWords => ({
  baseVersion: 1,
  base: content('start'),
  words: content(headline),
  refused: null,
  pending: null,
});

/** A browser's storage for one test, and stories whose locks no other test knows. */
function browser() {
  const items = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, text) => void items.set(key, text),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
  const story = crypto.randomUUID();
  const open = (user = 'ada', article = story) => new LocalWordsKeeping(user, article, () => storage, navigator.locks);
  return { items, storage, story, open };
}

test('a page finds what a page that is gone has left, and goes on in its place', async () => {
  const { items, open } = browser();
  const gone = open();
  await gone.find();
  gone.write(wordsOf('left'));
  gone.close();
  const next = open();
  const [left] = await next.find();
  expect(left?.words).toEqual(wordsOf('left'));
  if (!left) throw new Error('Nothing was found.');
  next.goOnWith(left);
  next.write(wordsOf('left, and more'));
  expect(items.size).toBe(1);
  next.write(null);
  expect(items.size).toBe(0);
});

test('two open pages keep their words apart: the one that has saved does not take away what the other keeps', async () => {
  const { items, open } = browser();
  const one = open();
  await one.find();
  one.write(wordsOf('of the first'));
  const other = open();
  expect(await other.find()).toEqual([]);
  other.write(wordsOf('of the second'));
  other.write(null);
  expect([...items.values()].join()).toContain('of the first');
});

test('what two pages left is given to one page alone, the newest first', async () => {
  const { items, storage, story, open } = browser();
  storage.setItem(`broadsheet.words.ada.${story}.one`, JSON.stringify({ ...wordsOf('older'), at: 1 }));
  storage.setItem(`broadsheet.words.ada.${story}.two`, JSON.stringify({ ...wordsOf('newer'), at: 2 }));
  storage.setItem(`broadsheet.words.bo.${story}.three`, JSON.stringify(wordsOf('of somebody else')));
  const page = open();
  expect((await page.find()).map(({ words }) => words?.words.headline)).toEqual(['newer', 'older']);
  expect(await open().find()).toEqual([]);
  expect(items.size).toBe(3);
});

test('what cannot be read is given as text, and stays until somebody throws it away', async () => {
  const { items, storage, story, open } = browser();
  const key = `broadsheet.words.ada.${story}.old`;
  const body = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Two ' },
          { type: 'text', text: 'pieces.' },
        ],
      },
      { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'p', content: [{ text: 'An item' }] }] }] },
      { type: 'image', attrs: { assetId: 'none', alt: 'A bridge' } },
    ],
  };
  storage.setItem(key, JSON.stringify({ baseVersion: 1, words: { headline: 'Of another form', body } }));
  storage.setItem(`${key}er`, 'no JSON at all');
  const page = open();
  const left = await page.find();
  expect(left.map(({ words, text }) => ({ words, text }))).toEqual([
    { words: null, text: 'Of another form\n\nTwo pieces.\n\nAn item\n\nA bridge' },
    { words: null, text: 'no JSON at all' },
  ]);
  page.write(null);
  expect(items.size).toBe(2);
  page.forget(key);
  expect([...items.keys()]).toEqual([`${key}er`]);
});

test('a browser that keeps nothing says so, and nothing breaks', async () => {
  const blocked = () => {
    throw new DOMException('Denied', 'SecurityError');
  };
  const page = new LocalWordsKeeping('ada', 'story', blocked, navigator.locks);
  expect(await page.find()).toEqual([]);
  expect(page.write(wordsOf('a'))).toBe(false);
});
