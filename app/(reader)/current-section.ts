import 'server-only';
import { headers } from 'next/headers';
import { sectionHref } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canonicalSegment, readSegments } from '#lib/address.ts';

/**
 * The address of the top section that the page under way belongs to, or null: a story's address, and an archive's, begins
 * with its section, so the first segment says it.
 */
export async function readCurrentSection(): Promise<string | null> {
  const [asked, tree] = await Promise.all([headers(), readSections()]);
  const [, encoded = ''] = asked.get('x-broadsheet-path')?.split(/[/?#]/, 2) ?? [];
  const [segment] = readSegments(encoded) ?? [];
  const section = segment && tree.withSlug(canonicalSegment(segment));
  const top = section && tree.trailOf(section.id)[0];
  return top ? sectionHref(top.slug) : null;
}
