import type { Marked } from '#features/search/dto.ts';
import { type PlacedWord, wordsIn } from '#features/search/model-words.ts';

/** As long as a snippet is, and as much of it stands before the first word that was asked for, in UTF-16 units. */
const longest = 240;
const before = 70;

/** A text in pieces, those marked that `isHit` names. */
export function markWords(text: string, isHit: (word: string) => boolean): Marked[] {
  const pieces: Marked[] = [];
  let end = 0;
  for (const { word, at } of wordsIn(text)) {
    if (!isHit(word)) continue;
    if (at > end) pieces.push({ text: text.slice(end, at), hit: false });
    pieces.push({ text: word, hit: true });
    end = at + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
}

/** A text without its breaks, and its words: told apart once for all that is asked of them. */
export interface WordedText {
  readonly plain: string;
  readonly words: readonly PlacedWord[];
}

export function wordedText(text: string): WordedText {
  const plain = text.replace(/\s+/g, ' ').trim();
  return { plain, words: [...wordsIn(plain)] };
}

/** The part of a text in which most of the words stand that `isHit` names, marked; nothing where none does. */
export function cutSnippet({ plain, words }: WordedText, isHit: (word: string) => boolean): Marked[] {
  const first = densest(words.filter(({ word }) => isHit(word)));
  if (!first) return [];
  const start = words.find(({ at }) => at >= first.at - before)?.at ?? 0;
  const ends = words.map(({ word, at }) => at + word.length).filter((end) => end <= start + longest);
  const whole = plain.length - start <= longest;
  const end = whole ? plain.length : Math.max(...ends, first.at + first.word.length);
  const marked = markWords(plain.slice(start, end), isHit);
  return [
    ...(start > 0 ? [{ text: '… ', hit: false }] : []),
    ...marked,
    ...(whole ? [] : [{ text: ' …', hit: false }]),
  ];
}

/** The hit from which on most different ones stand within a snippet, the first of such. */
function densest(hits: readonly PlacedWord[]): PlacedWord | undefined {
  let best: PlacedWord | undefined;
  let most = 0;
  for (const [index, hit] of hits.entries()) {
    const near = new Set<string>();
    for (const { word, at } of hits.slice(index)) {
      if (at - hit.at > longest - before) break;
      near.add(word.toLowerCase());
    }
    if (near.size > most) [best, most] = [hit, near.size];
  }
  return best;
}
