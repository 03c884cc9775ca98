import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Row } from './table.ts';

const folder = join(import.meta.dirname, 'results');

/** What a run measures: a small corpus unless it says otherwise. */
export const measurements = ['small', 'million', 'votes', 'related', 'views', 'soak'] as const;
export type Measurement = (typeof measurements)[number];

/** Writes down what was measured, with the day and the machine, and says where. A day's later run replaces it. */
export async function keepResults(rows: readonly Row[], measured: Measurement, now = new Date()): Promise<string> {
  const file = join(folder, `${now.toISOString().slice(0, 10)}-${measured}.json`);
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    /** What ran at the end of the measurement, the benchmark itself among it. */
    load: loadavg().map((load) => Number(load.toFixed(1))),
    node: process.version,
    system: `${process.platform} ${process.arch}`,
  };
  await mkdir(folder, { recursive: true });
  await writeFile(file, `${JSON.stringify({ at: now.toISOString(), corpus: measured, machine, rows }, null, 2)}\n`);
  return file;
}
