import { bodyFromMarkdown } from '#features/body/from-markdown.ts';
import { type BodyDocument, bodyDocument } from '#features/body/schema.ts';
import { idOf } from './loading.ts';
import type { DemoStory } from './schema.ts';

/** A line that holds nothing but one of our pictures: `![alternative text](picture:name "caption")`. */
const pictureLine = /^!\[(?<alt>[^\]]*)\]\(picture:(?<name>[a-z0-9-]+)(?: "(?<caption>[^"]*)")?\)$/gmu;

/** The names of the pictures that a story shows, at its top and in its body. */
export function picturesOf({ hero, body }: DemoStory): string[] {
  const below = [...body.matchAll(pictureLine)].map((match) => match.groups?.name ?? '');
  return hero ? [hero.picture, ...below] : below;
}

/** A story's Markdown as a body, with its pictures as the assets that they were stored as. */
export function storyBody(markdown: string, pictures: ReadonlyMap<string, string>): BodyDocument {
  const content: BodyDocument['content'] = [];
  let read = 0;
  const takeText = (end: number) => {
    const text = markdown.slice(read, end).trim();
    if (text !== '') content.push(...bodyFromMarkdown(text).content);
  };
  for (const match of markdown.matchAll(pictureLine)) {
    takeText(match.index);
    const { name = '', alt = null, caption = null } = match.groups ?? {};
    content.push({ type: 'image', attrs: { assetId: idOf(pictures, name), alt, caption, credit: null } });
    read = match.index + match[0].length;
  }
  takeText(markdown.length);
  return bodyDocument.parse({ type: 'doc', content });
}
