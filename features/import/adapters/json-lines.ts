import { z } from 'zod';
import { cleanLine } from '#features/body/clean-text.ts';
import { bodyFromMarkdown } from '#features/body/from-markdown.ts';
import { bodyFromPlainText } from '#features/body/from-plain-text.ts';
import { bodyText } from '#features/body/model.ts';
import type { BodyDocument } from '#features/body/schema.ts';
import { UnreadableBody } from '#features/body/valid-body.ts';
import type { ImportAdapter, ImportEntry } from '#features/import/model.ts';
import { checkStory } from '#features/import/schema.ts';
import { isLanguageTag } from '#lib/language.ts';
import { bylinesOf } from './bylines.ts';
import { momentOf } from './dates.ts';
import { foreignLine } from './foreign-line.ts';
import { gunzipIfPacked, isBadGzip } from './gunzip.ts';
import { importKeyOf } from './import-key.ts';
import { linesOf } from './lines.ts';

/**
 * One story a line as a JSON object, gzip or plain: `title`, `section`, `date` (ISO 8601; without a zone UTC), `author`, `summary`,
 * `tags`, `body`, `body_format` (markdown or plain), `lang`, `source` (the original address, by which a story is known again),
 * `licence`. Blank lines are passed over; a line that cannot be taken is reported, and the next is read.
 */
export const jsonLines: ImportAdapter = {
  name: 'json-lines',
  async *read(input) {
    let line = 0;
    try {
      for await (const next of linesOf(gunzipIfPacked(input))) {
        line = next.line;
        if ('problem' in next) yield next;
        else if (next.text.trim() !== '') yield { line, ...storyOf(next.text) };
      }
    } catch (error) {
      if (!isBadGzip(error)) throw error;
      yield {
        line: line + 1,
        problem: 'The gzip data is cut short or damaged here, so that nothing more can be read.',
      };
    }
  },
};

const text = (name: string) => z.string({ error: (issue) => complaint(name, issue.input) });

const jsonLine = z.object(
  {
    title: text('title'),
    body: text('body'),
    body_format: z
      .enum(['markdown', 'plain'], {
        error: (issue) => `The body_format must be 'markdown' or 'plain', not ${JSON.stringify(issue.input)}.`,
      })
      .nullish(),
    section: text('section').nullish(),
    date: text('date').transform((date, context) => {
      const moment = momentOf(date);
      if (!moment)
        context.addIssue({
          code: 'custom',
          message: `The date '${date.slice(0, 40)}' is not a day or time as ISO 8601 writes it.`,
        });
      return moment ?? z.NEVER;
    }),
    author: text('author').nullish(),
    summary: text('summary').nullish(),
    tags: z.array(text('tag'), { error: 'The tags are not a list.' }).nullish(),
    lang: text('lang')
      .refine(isLanguageTag, {
        error: (issue) => `The lang '${String(issue.input)}' is not a language tag such as en or pt-BR.`,
      })
      .nullish(),
    source: z
      .url({
        protocol: /^https?$/,
        error: (issue) => `The source ${JSON.stringify(issue.input)} is not an http or https address.`,
      })
      .nullish(),
    licence: text('licence').nullish(),
  },
  { error: 'The line is not a JSON object.' },
);

type JsonLine = z.infer<typeof jsonLine>;

function storyOf(line: string): Outcome {
  const json = parsed(line);
  if (json === undefined) return { problem: 'The line is not JSON.' };
  const result = jsonLine.safeParse(json);
  if (!result.success) return { problem: result.error.issues[0]?.message ?? 'The line is not a story.' };
  try {
    return mapped(result.data);
  } catch (error) {
    if (error instanceof UnreadableBody) return { problem: error.message };
    throw error;
  }
}

type Outcome = { story: Extract<ImportEntry, { story: unknown }>['story'] } | { problem: string };

function mapped(line: JsonLine): Outcome {
  const sourceUrl = line.source ?? undefined;
  const headline = foreignLine(line.title);
  const body =
    line.body_format === 'markdown'
      ? bodyFromMarkdown(line.body, { pageUrl: sourceUrl })
      : bodyFromPlainText(line.body);
  if (isEmpty(body)) return { problem: 'The body is empty.' };
  return checkStory({
    importKey: sourceUrl ?? importKeyOf('json-lines', headline, line.date.toISOString()),
    headline,
    standfirst: standfirstOf(line, body),
    sectionName: foreignLine(line.section ?? '') || 'General',
    tags: distinct((line.tags ?? []).map(foreignLine)),
    bylines: bylinesOf(foreignLine(line.author ?? '')),
    publishedAt: line.date,
    language: Intl.getCanonicalLocales(line.lang ?? 'en')[0] ?? 'en',
    body,
    sourceUrl,
    licence: cleanLine(line.licence ?? '') || undefined,
  });
}

/** The summary as plain text, unless it only repeats how the story begins, which a reader would read twice. */
function standfirstOf({ summary, body_format }: JsonLine, body: BodyDocument): string | undefined {
  if (!summary) return undefined;
  const isMarkdown = body_format === 'markdown';
  const standfirst = isMarkdown ? cleanLine(bodyText(bodyFromMarkdown(summary))) : foreignLine(summary);
  const beginning = lettersOf(bodyText(body).slice(0, standfirst.length * 2));
  return beginning.startsWith(lettersOf(standfirst)) ? undefined : standfirst;
}

/** A story may be a picture or film alone, without words. */
function isEmpty(body: BodyDocument): boolean {
  return body.content.every((block) => block.type === 'paragraph' && !block.content?.length);
}

function lettersOf(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/** Each name once, whatever its case; a tag without a letter or digit names nothing. */
function distinct(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase());
  return names.filter((name, index) => /[\p{L}\p{N}]/u.test(name) && lower.indexOf(name.toLowerCase()) === index);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function complaint(name: string, value: unknown): string {
  return value === undefined ? `The ${name} is missing.` : `The ${name} is not text.`;
}
