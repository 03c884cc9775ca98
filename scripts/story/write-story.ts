import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { createArticle } from '#features/article/commands/create-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import type { DeskArticle } from '#features/article/desk-queries.ts';
import { articleContent } from '#features/article/schema.ts';
import { bodyFromMarkdown } from '#features/body/from-markdown.ts';
import { ensureTerms } from '#features/import/ensure-terms.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';

const { headline, kicker, standfirst, datelinePlace, sourceAgency, sourceUrl, licence, language, slug } =
  articleContent.shape;

const storyFile = z.strictObject({
  ...{ headline, kicker, standfirst, datelinePlace, sourceAgency, sourceUrl, licence, language, slug },
  section: z.string().trim().min(1),
  /** Markdown. */
  body: z.string(),
  tags: z.array(z.string().trim().min(1)).default([]),
  bylines: z.array(z.string().trim().min(1)).default([]),
});

/** Begins a story, or adds a revision to one, from a file of JSON ('-' is standard input). */
export async function writeStory(actor: Actor, file: string, into?: DeskArticle): Promise<{ articleId: string }> {
  const { section, tags, bylines, body, ...plain } = parseStory(await readInput(file), file);
  const { ids } = await database().transaction((tx) => ensureTerms(tx, actor, { section, tags, bylines }));
  const content = { ...plain, ...ids, body: bodyFromMarkdown(body) };
  if (!into) return createArticle(actor, { content });
  await saveRevision(actor, { articleId: into.id, version: into.version, content });
  return { articleId: into.id };
}

async function readInput(file: string): Promise<string> {
  const source = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((error: Error) => error);
  if (typeof source === 'string') return source;
  throw new Refusal('invalid', `The file '${file}' cannot be read: ${source.message}.`);
}

function parseStory(source: string, file: string): z.output<typeof storyFile> {
  const result = json.pipe(storyFile).safeParse(source);
  if (result.success) return result.data;
  throw new Refusal('invalid', `'${file}': ${z.prettifyError(result.error).replace(/\n\s*/g, ' ')}`);
}

const json = z.string().transform((source, context): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});
