import { cleanLine } from '#features/body/clean-text.ts';
import { bodyFromPlainText } from '#features/body/from-plain-text.ts';
import { bodyText } from '#features/body/model.ts';
import { UnreadableBody } from '#features/body/valid-body.ts';
import type { ImportAdapter, ImportEntry } from '#features/import/model.ts';
import { checkStory } from '#features/import/schema.ts';
import { StartProblem } from '#lib/start-problem.ts';
import { takeDateline } from './dateline.ts';
import { momentOf } from './dates.ts';
import { gunzipIfPacked } from './gunzip.ts';
import { importKeyOf } from './import-key.ts';
import { type Line, linesOf } from './lines.ts';
import { headlineOf, type PageParts, splitPage } from './scraped-page-parts.ts';

/**
 * The text of a page of a cheap content site: a breadcrumb run together with a cut headline and the site's name, the headline,
 * `View`, `Date:`, the copy, the votes as `veryGood! (63295)`, and three lists of headlines. A file may hold several pages, each
 * from its `Current:` on. What such a page gets wrong is put right where the page itself allows it: the headline is taken
 * whole, dateline and agency become data. Its date has no zone, is read as UTC, and is the day of copying: `dateIs` says so.
 */
export const scrapedPage: ImportAdapter = {
  name: 'scraped-page',
  async *read(input) {
    let page: Line[] = [];
    for await (const line of linesOf(gunzipIfPacked(input))) {
      if (isFirstLine(line) && page.length > 0) {
        yield* entriesOf(page);
        page = [];
      }
      page.push(line);
      if (page.length > longestPage)
        throw new StartProblem('The page has more than 20,000 lines and is not of this format.');
    }
    if (page.length > 0) yield* entriesOf(page);
  },
};

const longestPage = 20_000;

function isFirstLine(line: Line): boolean {
  return 'text' in line && /^Current:/i.test(line.text.trim());
}

function* entriesOf(lines: readonly Line[]): Generator<ImportEntry> {
  const written = lines.map((line) => ('text' in line ? { ...line, text: cleanLine(line.text) } : line));
  const unreadable = written.find((line) => 'problem' in line);
  const texts = written.filter((line) => 'text' in line && line.text !== '') as { line: number; text: string }[];
  const [first] = texts;
  if (unreadable) yield unreadable;
  else if (first) yield* storyAndStubs(first.line, texts);
}

function* storyAndStubs(line: number, texts: readonly { line: number; text: string }[]): Generator<ImportEntry> {
  const head = headlineOf(texts[0]?.text ?? '', texts[1]?.text ?? '');
  if ('problem' in head) {
    yield { line, problem: head.problem };
    return;
  }
  const { copy, date, votes, listed } = splitPage(texts.slice(2));
  yield { line, ...storyOf(head, copy, date, votes) };
  const seen = new Set([key(head.headline)]);
  for (const item of listed) {
    if (!seen.has(key(item.text))) yield { line: item.line, stub: { headline: item.text, section: head.section } };
    seen.add(key(item.text));
  }
}

function storyOf(
  { headline, section }: { headline: string; section: string },
  copy: readonly string[],
  date: string | undefined,
  votes: PageParts['votes'],
): ReturnType<typeof checkStory> {
  const publishedAt = momentOf(date ?? '');
  if (!publishedAt)
    return {
      problem: date ? `The date '${date.slice(0, 40)}' is not a day and time.` : 'The page has no line `Date:`.',
    };
  if (copy.length === 0) return { problem: 'The page has no text between its date and its lists.' };
  try {
    const { dateline, body } = takeDateline(bodyFromPlainText(copy.join('\n\n')));
    return checkStory({
      importKey: importKeyOf('scraped-page', headline, bodyText(body).slice(0, 500)),
      headline,
      sectionName: section,
      tags: [],
      bylines: [],
      publishedAt,
      dateIs: 'copied',
      language: 'en',
      body,
      dateline: dateline ? { place: dateline.place } : undefined,
      agency: dateline?.agency,
      importedVotes: votes?.count,
    });
  } catch (error) {
    if (error instanceof UnreadableBody) return { problem: error.message };
    throw error;
  }
}

/** Lists repeat a headline with other quotation marks or case; it is still the same story. */
function key(headline: string): string {
  return headline.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
