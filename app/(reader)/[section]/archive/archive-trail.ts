import type { Link } from '#features/article/dto.ts';
import { archiveHref } from '#features/article/href.ts';
import { type Section, type SectionTree, sectionHref } from '#features/section/model.ts';
import type { Say } from '#lib/messages.ts';

/** The steps down to a page of a section's archive: the section tree, then the archive and, on a month's page, its year. */
export function archiveTrail(tree: SectionTree, section: Section, say: Say, year?: string): Link[] {
  const sections = tree.trailOf(section.id).map(({ name, slug }) => ({ name, href: sectionHref(slug) }));
  const archive = { name: say('archive.name'), href: archiveHref(section.slug) };
  return [...sections, archive, ...(year ? [{ name: year, href: archiveHref(section.slug, year) }] : [])];
}
