import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const file = z.strictObject({
  /** Requests a second of a hot article page, as a share of what bare node:http does with the same bytes. */
  shareOfBareNode: z.number().positive(),
  /** The same by processor time, which varies more from run to run. */
  plainWorkShareOfBareNode: z.number().positive(),
  compressedWorkShareOfBareNode: z.number().positive(),
  /** The same, as a multiple of what the site does with its page cache off. */
  timesCacheOff: z.number().positive(),
  /** Below which the slowest hundredth of requests for a hot page stays, at 32 connections. */
  hotPercentile99Milliseconds: z.number().positive(),
  /** Processor time of an answer that a reader has already, as a share of one in full. */
  notModifiedShareOfWhole: z.number().positive(),
  /** By how much a full page cache may still grow while it is flooded, as a share. */
  floodGrowth: z.number().positive(),
  /** By how much longer a page may take among a million stories. */
  millionToFew: z.number().positive(),
  /** How long working out the rankings may take among a million stories, and reading one, both in the median. */
  rankingRefreshMilliseconds: z.number().positive(),
  rankingReadMilliseconds: z.number().positive(),
  /** By how much the server's memory may grow after the first five minutes of a soak, as a share. */
  soakGrowth: z.number().positive(),
  /** All scripts that an article page loads, in gzip. */
  scriptGzipBytes: z.number().positive(),
  /** An article page without pictures and all that it loads, as transferred with gzip. */
  textArticleBytes: z.number().positive(),
  /** From the publish command to the last surface that shows the story, in the median. */
  publishToVisibleMilliseconds: z.number().positive(),
  /** Votes a second for one story that are committed together, as a multiple of one transaction a vote. */
  groupedVotesTimesSingle: z.number().positive(),
  /** Of the first five related stories, the share that has a topic in common with the story. */
  relatedPrecision: z.number().positive().max(1),
  /** The least of Lighthouse's four scores of a page, from 0 to 100. */
  lighthouseScore: z.record(z.enum(['article', 'front']), z.number().min(0).max(100)),
  /** What has not been reached yet: shown beside what was measured; a bar that fails the run once it has been. */
  goals: z.strictObject({
    /** Pages a second of articles that nobody has asked for, as a share of empty pages with the same layout. */
    coldShareOfEmptyPage: z.number().positive(),
  }),
});

export type Budgets = z.infer<typeof file>;

/** The bars that a run is held to, from budgets.json beside this file. */
export const budgets: Budgets = file.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8')));
