import { InvalidArgumentError } from 'commander';

/** Reads a whole number within bounds. */
export const count = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`);
};

/** Reads a moment with its zone (ISO 8601), or `+SECONDS` from now. */
export function moment(text: string): Date {
  const date = new Date(/^\+\d+$/.test(text) ? Date.now() + Number(text) * 1000 : text);
  if (!Number.isNaN(date.getTime())) return date;
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
