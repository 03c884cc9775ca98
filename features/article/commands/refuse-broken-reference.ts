import 'server-only';
import { Refusal } from '#lib/errors.ts';

const things: Record<string, string> = {
  revisions_section_id_sections_id_fk: 'section',
  revision_tags_tag_id_tags_id_fk: 'tag',
  revision_bylines_byline_id_bylines_id_fk: 'byline',
  revisions_hero_asset_id_media_assets_id_fk: 'picture',
};

/** Turns the database's word that a section, tag, byline or picture is not there into a refusal that names it. */
export async function refuseBrokenReference<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const constraint = constraintOf(error);
    const thing = constraint && things[constraint];
    if (thing) {
      throw new Refusal('invalid', `There is no such ${thing}.`, { [thing]: 'does not exist' }, { cause: error });
    }
    throw error;
  }
}

function constraintOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return (cause as { constraint_name?: string } | undefined)?.constraint_name;
}
