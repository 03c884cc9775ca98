import 'server-only';
import { Refusal } from '#lib/errors.ts';

const things: Record<string, string> = {
  revisions_section_id_sections_id_fk: 'section',
  revision_tags_tag_id_tags_id_fk: 'tag',
  revision_bylines_byline_id_bylines_id_fk: 'byline',
  revisions_hero_asset_id_media_assets_id_fk: 'picture',
};

/** Turns the database's word that a section, tag, byline or picture is not there into a refusal that names it. */
export function refuseBrokenReference<Value>(work: () => Promise<Value>): Promise<Value> {
  return work().catch((error: unknown) => Promise.reject(toRefusal(error) ?? error));
}

function toRefusal(error: unknown): Refusal | null {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const constraint = (cause as { constraint_name?: string } | null)?.constraint_name;
  const thing = constraint && things[constraint];
  return thing ? new Refusal('invalid', `There is no such ${thing}.`, { [thing]: 'does not exist' }) : null;
}
