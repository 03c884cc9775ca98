import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { database } from '#db/client.ts';
import { createArticle } from '#features/article/commands/create-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import type { DeskArticle } from '#features/article/desk-queries.ts';
import { articleContent } from '#features/article/schema.ts';
import { bodyFromMarkdown } from '#features/body/from-markdown.ts';
import { ensureTerms, sectionSlugFor } from '#features/import/ensure-terms.ts';
import { readSections } from '#features/section/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';

const {
  kind,
  headline,
  kicker,
  standfirst,
  datelinePlace,
  sourceAgency,
  sourceUrl,
  licence,
  canonical,
  language,
  slug,
  heroAssetId,
} = articleContent.shape;

const storyFile = z.strictObject({
  ...{
    kind,
    headline,
    kicker,
    standfirst,
    datelinePlace,
    sourceAgency,
    sourceUrl,
    licence,
    canonical,
    language,
    slug,
    heroAssetId,
  },
  section: z.string().trim().min(1),
  /** Markdown. */
  body: z.string(),
  tags: z.array(z.string().trim().min(1)).default([]),
  bylines: z.array(z.string().trim().min(1)).default([]),
});

/** What a story's file may hold: `headline`, `section` and `body` (Markdown) must be there. */
export const storyFields: readonly string[] = Object.keys(storyFile.shape);

interface WriteOptions {
  /** The story that gets a revision; without one a story begins. */
  readonly into?: DeskArticle | undefined;
  /** Whether a section that is not there yet is made, or refused as a slip. */
  readonly newSection: boolean;
}

/** Begins a story, or adds a revision to one, from a file of JSON ('-' is standard input). */
export async function writeStory(
  actor: Actor,
  file: string,
  { into, newSection }: WriteOptions,
): Promise<{ articleId: string }> {
  const { section, tags, bylines, body, ...plain } = parseStory(await readInput(file), file);
  if (!newSection) await refuseUnknownSection(section);
  const { ids } = await database().transaction((tx) => ensureTerms(tx, actor, { section, tags, bylines }));
  const content = { ...plain, ...ids, body: bodyFromMarkdown(body) };
  if (!into) return createArticle(actor, { content });
  await saveRevision(actor, { articleId: into.id, version: into.version, content });
  return { articleId: into.id };
}

async function refuseUnknownSection(name: string): Promise<void> {
  const tree = await readSections();
  if (tree.withSlug(sectionSlugFor(name))) return;
  const known = tree.all.map((section) => section.name).join(', ') || 'none yet';
  throw new Refusal('not_found', `There is no section '${name}' (there are: ${known}); --new-section makes it.`);
}

async function readInput(file: string): Promise<string> {
  const source = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((error: Error) => error);
  if (typeof source === 'string') return source;
  throw new Refusal('invalid', `There is no file '${file}' that can be read: check its name.`);
}

function parseStory(source: string, file: string): z.output<typeof storyFile> {
  const result = json.pipe(storyFile).safeParse(source);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new Refusal('invalid', `'${file}' is not a story: ${problems.join('; ')}.`);
}

const json = z.string().transform((source, context): unknown => {
  try {
    return JSON.parse(source);
  } catch {
    context.addIssue('is not JSON');
    return z.NEVER;
  }
});
