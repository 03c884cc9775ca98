import { join } from 'node:path';

/** One named check: a Node program with its parameters, or several that follow each other. */
export interface Step {
  readonly title: string;
  readonly programs: readonly (readonly string[])[];
  /** How many of two cores it keeps busy: two that need one each run side by side. */
  readonly cores: 1 | 2;
  /** The name of the report that it leaves, for tests. */
  readonly report?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Where the test runners put their reports, from which the totals are counted; Playwright empties its own folder. */
export const reportFolder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'broadsheet-test-reports');

/** Its own guess is wrong when its output is held back. */
const colors = process.stdout.isTTY ? 'force' : 'off';
const tool = (path: string) => `node_modules/${path}`;
const vitest = (project: string) => [
  tool('vitest/vitest.mjs'),
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reportFolder, `vitest-${project}.json`)}`,
];

/** No database, no build: under a minute. */
export const quickSteps: readonly Step[] = [
  {
    title: 'Format and lint',
    cores: 1,
    programs: [[tool('@biomejs/biome/bin/biome'), 'ci', `--colors=${colors}`, '.']],
  },
  { title: 'Import rules', cores: 1, programs: [['scripts/check-imports.ts']] },
  {
    title: 'Types',
    cores: 1,
    programs: [
      [tool('next/dist/bin/next'), 'typegen'],
      [tool('typescript/bin/tsc'), '--noEmit'],
    ],
    environment: { NEXT_TELEMETRY_DISABLED: '1' },
  },
  { title: 'Dead code', cores: 1, programs: [[tool('knip/bin/knip.js')]] },
  { title: 'Names in documents', cores: 1, programs: [['scripts/check-docs.ts']] },
  {
    title: 'Unit tests',
    cores: 2,
    programs: [vitest('unit')],
    report: 'vitest-unit.json',
    environment: { NODE_ENV: 'test' },
  },
];

export const slowSteps: readonly Step[] = [
  {
    title: 'Tests on thousands of real articles',
    cores: 1,
    programs: [vitest('corpus')],
    report: 'vitest-corpus.json',
    environment: { NODE_ENV: 'test' },
  },
  {
    title: 'Database tests',
    cores: 2,
    programs: [vitest('db')],
    report: 'vitest-db.json',
    environment: { NODE_ENV: 'test' },
  },
  { title: 'Production build', cores: 2, programs: [['scripts/build.ts']], environment: { NODE_ENV: 'production' } },
  {
    title: 'Tests in a browser',
    cores: 2,
    programs: [['scripts/e2e.ts']],
    report: 'playwright.json',
    environment: { NODE_ENV: 'production', PLAYWRIGHT_JSON_OUTPUT_NAME: join(reportFolder, 'playwright.json') },
  },
];
