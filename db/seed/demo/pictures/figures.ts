import type { Point } from './drawing.ts';

/** Values as points: the first stands at `from`, each next one `step` further. */
export function spaced(from: number, step: number, values: readonly number[]): Point[] {
  return values.map((value, index) => [from + index * step, value]);
}

/** Ticks of a time axis that counts years up to now. */
export function yearsAgo(from: number, step: number): { at: number; label: string }[] {
  return Array.from({ length: Math.floor(-from / step) + 1 }, (_, index) => {
    const at = from + index * step;
    return { at, label: at === 0 ? 'now' : `${-at} years ago` };
  });
}

/** 1240 as '1,240'. */
export function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
