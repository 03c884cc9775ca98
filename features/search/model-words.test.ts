import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from './model-words.ts';

const segmented = (text: string) =>
  [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ word: segment, at: index }));

test.each([
  'The council’s 1,200 new homes: a U.S.-style plan that can’t wait (3.5 per cent).',
  'Der Bürgermeister sagte am 24.11.2026, die „Brücke“ werde 12,5 Mio. Euro kosten.',
  'Мэр сказал: «Мост откроют к 9:30».',
  'قال العمدة إن الجسر سيفتح غدًا.',
  'ראש העיר אמר שהגשר ייפתח מחר.',
  '시장은 내일 다리가 열린다고 말했다.',
  'महापौर ने कहा कि पुल कल खुलेगा।',
  '市長は橋が明日開くと述べた。The mayor agreed.',
  'นายกเทศมนตรีกล่าวว่าสะพานจะเปิดพรุ่งนี้',
])('%s has the words that the standard of Unicode finds', (text) => {
  expect([...wordsIn(text)]).toEqual(segmented(text));
});

test('words of letters, spaces and marks are those of the standard, whatever stands between them', () => {
  const pieces = fc.constantFrom('word', 'É', 'ß', '12', ' ', '-', ', ', "'", '’', '“', '😀', '. ', 'q̃');
  fc.assert(
    fc.property(fc.array(pieces), (some) => {
      const text = some.join('');
      expect([...wordsIn(text)]).toEqual(segmented(text));
    }),
  );
});
