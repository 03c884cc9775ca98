import type { Cursor } from '#features/article/cursor.ts';

interface Bounds {
  readonly days: { readonly to: string | null };
  readonly newest: Cursor | null;
}

const day = 86_400_000;

/**
 * The month in which a list of entries begins and the one before (UTC), as entries bear their names, for a `tsquery`; and
 * the first day that lies in them by the clocks of every place.
 */
export function monthNames({ days: { to }, newest }: Bounds, now: Date = new Date()): { names: string; first: string } {
  const limits = [
    now.getTime(),
    ...(to ? [Date.parse(`${to}T00:00:00Z`) + day] : []),
    ...(newest ? [Number(newest.micros) / 1000] : []),
  ];
  const last = new Date(Math.min(...limits));
  const before = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - 1, 1));
  return {
    names: `'${monthName(last)}' | '${monthName(before)}'`,
    first: new Date(before.getTime() + day).toISOString().slice(0, 10),
  };
}

/** As an entry bears it; `index-publications.ts` has Postgres write the same. */
const monthName = (date: Date): string => `#${date.toISOString().slice(0, 7)}`;
