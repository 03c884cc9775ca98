import { InvalidArgumentError } from 'commander';
import { momentOf } from '#features/import/adapters/dates.ts';

/** Reads a whole number within bounds. */
export const count = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`);
};

/**
 * Reads a moment with its zone (ISO 8601), or `+SECONDS` from now, at most nine digits. Without a zone it would depend on
 * the machine which moment is meant, and in the night when clocks are put back on nothing at all.
 */
export function moment(text: string): Date {
  if (/^\+\d{1,9}$/.test(text)) return new Date(Date.now() + Number(text) * 1000);
  const date = /T.*(?:Z|[+-]\d\d:\d\d)$/i.test(text) ? momentOf(text) : null;
  if (date) return date;
  throw new InvalidArgumentError('It takes a moment such as 2026-11-22T18:00:00Z, or +SECONDS from now.');
}

/** Reads one of these words. */
export const oneOf =
  <Word extends string>(words: readonly Word[]) =>
  (text: string): Word => {
    const word = words.find((candidate) => candidate === text);
    if (word !== undefined) return word;
    throw new InvalidArgumentError(`It takes one of: ${words.join(', ')}.`);
  };
