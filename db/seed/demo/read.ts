import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { splitFrontMatter } from './front-matter.ts';
import { newsroom } from './newsroom.ts';
import { demoPictureFacts } from './pictures/demo-picture.ts';
import { type DemoContent, type DemoStory, demoContent, earlierHead, storyHead } from './schema.ts';

/**
 * Reads the demonstration from its files: one Markdown file a story in `stories/`, and in `earlier/` what an updated
 * story said at first. Throws with the name of the file at the first thing that is wrong.
 */
export async function readDemoContent(): Promise<DemoContent> {
  const earlier = new Map((await readFolder('earlier')).map((file) => [file.key, file]));
  const stories = (await readFolder('stories')).map((file) => storyOf(file, earlier.get(file.key)));
  const orphan = [...earlier.keys()].find((key) => !stories.some((story) => story.key === key));
  if (orphan) throw new Error(`earlier/${orphan}.md belongs to no story.`);

  const addresses = new Map(stories.map((story) => [story.key, addressOf(story)]));
  const linked = stories
    .map((story) => withAddresses(story, addresses))
    .sort((one, other) => other.hoursAgo - one.hoursAgo || one.key.localeCompare(other.key, 'en'));
  return demoContent.parse({ ...newsroom, stories: linked });
}

type StoryFile = { key: string; path: string; head: Record<string, string>; body: string };

async function readFolder(folder: 'stories' | 'earlier'): Promise<StoryFile[]> {
  const root = new URL(`./${folder}/`, import.meta.url);
  const names = (await readdir(root)).filter((name) => name.endsWith('.md')).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = `${folder}/${name}`;
      return {
        key: basename(name, '.md'),
        path,
        ...splitFrontMatter(await readFile(new URL(name, root), 'utf8'), path),
      };
    }),
  );
}

function storyOf(file: StoryFile, earlier: StoryFile | undefined): DemoStory {
  const head = parseHead(storyHead, file);
  if (earlier && head.updatedHoursAgo === undefined) throw new Error(`${file.path} has an earlier text but no update.`);
  return {
    ...head,
    key: file.key,
    slug: head.slug ?? file.key,
    bylines: head.bylines ?? [],
    body: file.body,
    hero: head.hero === undefined ? undefined : { picture: head.hero, ...demoPictureFacts(head.hero) },
    earlier: earlier && { ...parseHead(earlierHead, earlier), body: earlier.body },
  };
}

function parseHead<Head>(schema: z.ZodType<Head>, { path, head }: StoryFile): Head {
  const parsed = schema.safeParse(head);
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`, { cause: parsed.error });
  return parsed.data;
}

function addressOf({ section, slug }: DemoStory): string {
  return `/${section}/${encodeURIComponent(slug)}`;
}

/** Turns links written as `(story:key)` into the addresses of those stories. */
function withAddresses(story: DemoStory, addresses: ReadonlyMap<string, string>): DemoStory {
  const resolve = (body: string): string =>
    body.replaceAll(/\]\(story:([a-z0-9-]+)\)/g, (_link, key: string) => {
      const address = addresses.get(key);
      if (!address) throw new Error(`The story '${story.key}' links to '${key}', which does not exist.`);
      return `](${address})`;
    });
  return {
    ...story,
    body: resolve(story.body),
    earlier: story.earlier && { ...story.earlier, body: resolve(story.earlier.body) },
  };
}
