import type { ReactNode } from 'react';
import { machineTime } from '#lib/dates.ts';

/** A moment in words, with the moment itself for machines. */
export function Time({ date, children }: { date: Date; children: ReactNode }) {
  return <time dateTime={machineTime(date)}>{children}</time>;
}
