import 'server-only';
import { asc } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { sections } from '#db/schema/section.ts';
import { type Section, SectionTree } from '#features/section/model.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { keptRead } from '#lib/kept-reads.ts';
import { recordTags } from '#lib/trace.ts';

/** All sections: there are dozens, and every page shows them. */
export const readSections = keptRead('sections', async (): Promise<SectionTree> => {
  recordTags(cacheTags.sections);
  const rows: Section[] = await database()
    .select({
      id: sections.id,
      slug: sections.slug,
      name: sections.name,
      description: sections.description,
      parentId: sections.parentId,
    })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.name));
  return new SectionTree(rows);
});
