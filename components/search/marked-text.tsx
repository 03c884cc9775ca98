import type { Marked } from '#features/search/dto.ts';

/** A text with the words marked that were asked for. */
export function MarkedText({ pieces }: { pieces: readonly Marked[] }) {
  return pieces.map(({ text, hit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change their order.
    hit ? <mark key={index}>{text}</mark> : text,
  );
}
