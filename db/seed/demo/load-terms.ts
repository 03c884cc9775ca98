import 'server-only';
import { bylines } from '#db/schema/byline.ts';
import { sections } from '#db/schema/section.ts';
import { tags } from '#db/schema/tag.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createSection } from '#features/section/commands/create-section.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { idOf, type Loading } from './loading.ts';
import type { DemoContent } from './schema.ts';

/** The ids of sections, topics and people by slug or handle. */
export interface DemoTerms {
  readonly sections: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  readonly bylines: ReadonlyMap<string, string>;
}

/** Makes the sections, topics and people of the demonstration; those that are there already stay as they are. */
export async function loadTerms(loading: Loading, content: DemoContent): Promise<DemoTerms> {
  return {
    sections: await loadSections(loading, content),
    tags: await loadTags(loading, content),
    bylines: await loadBylines(loading, content),
  };
}

async function loadSections({ tx, actor, purges }: Loading, content: DemoContent) {
  const ids = idsBy(await tx.select({ name: sections.slug, id: sections.id }).from(sections));
  for (const [position, { slug, name, description, parent }] of content.sections.entries()) {
    if (ids.has(slug)) continue;
    const parentId = parent === undefined ? null : idOf(ids, parent);
    const made = await createSection.within(tx, actor, { slug, name, description, parentId, position });
    purges.push(...made.purges);
    ids.set(slug, made.output.sectionId);
  }
  return ids;
}

async function loadTags({ tx, actor, purges }: Loading, content: DemoContent) {
  const ids = idsBy(await tx.select({ name: tags.slug, id: tags.id }).from(tags));
  for (const tag of content.tags) {
    if (ids.has(tag.slug)) continue;
    const made = await createTag.within(tx, actor, tag);
    purges.push(...made.purges);
    ids.set(tag.slug, made.output.tagId);
  }
  return ids;
}

async function loadBylines({ tx, actor, purges }: Loading, content: DemoContent) {
  const ids = idsBy(await tx.select({ name: bylines.handle, id: bylines.id }).from(bylines));
  for (const { handle, name, bio } of content.bylines) {
    if (ids.has(handle)) continue;
    const made = await createByline.within(tx, actor, { handle, name, biography: bio });
    purges.push(...made.purges);
    ids.set(handle, made.output.bylineId);
  }
  return ids;
}

function idsBy(rows: { name: string; id: string }[]): Map<string, string> {
  return new Map(rows.map(({ name, id }) => [name, id]));
}
