import { bodyText } from '#features/body/model.ts';
import type { DraftField } from '#features/draft/model.ts';
import type { DraftContent } from '#features/draft/schema.ts';
import { say } from '#lib/desk-words.ts';

/** The names of what a story names by id: sections, tags, people. */
export type Names = ReadonlyMap<string, string>;

/** A field of a story as people read it. */
export function textOfField(content: DraftContent, field: DraftField, names: Names): string {
  switch (field) {
    case 'body':
      return bodyText(content.body);
    case 'kind':
      return say(`editor.kind.${content.kind}`);
    case 'canonical':
      return say(`editor.canonical.${content.canonical}`);
    case 'sectionId':
    case 'heroAssetId':
      return nameOf(content[field], names);
    case 'tagIds':
    case 'bylineIds':
      return content[field].map((id) => nameOf(id, names)).join(', ');
    case 'headline':
    case 'kicker':
    case 'standfirst':
    case 'datelinePlace':
    case 'sourceAgency':
    case 'sourceUrl':
    case 'licence':
    case 'language':
    case 'slug':
      return content[field];
    default:
      return field satisfies never;
  }
}

const nameOf = (id: string | null, names: Names): string => (id ? (names.get(id) ?? say('editor.unknownTerm')) : '');
