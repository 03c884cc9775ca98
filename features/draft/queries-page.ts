import 'server-only';
import { allBlocks } from '#features/body/model.ts';
import type { Picture } from '#features/media/dto.ts';
import { picturesOf } from '#features/media/queries.ts';
import type { SectionTree } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Site } from '#features/site/model.ts';
import { readSite } from '#features/site/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import type { Choosable, EditedArticle, SectionChoice } from './dto.ts';
import { readChosenTerms, readEditedArticle } from './queries.ts';
import type { DraftContent } from './schema.ts';

/** All that the editor's page shows of a story and of the site around it. */
export interface EditorPage {
  readonly article: EditedArticle;
  readonly site: Site;
  readonly timeZone: string;
  readonly sections: readonly SectionChoice[];
  readonly terms: { readonly tags: readonly Choosable[]; readonly bylines: readonly Choosable[] };
  readonly pictures: readonly (readonly [string, Picture])[];
  readonly mayAddTags: boolean;
}

/** Throws 'not_found', and 'forbidden' for a story that is not the actor's to write. */
export async function readEditorPage(actor: Actor, articleId: string): Promise<EditorPage> {
  const article = await readEditedArticle(actor, articleId);
  const { content } = article.draft;
  const [site, { timeZone }, sections, terms, pictures] = await Promise.all([
    readSite(),
    readSettings(),
    readSections(),
    readChosenTerms(content),
    picturesOf(picturesNamedIn(content)),
  ]);
  return {
    ...{ article, site, timeZone, terms },
    sections: inTreeOrder(sections),
    pictures: [...pictures],
    mayAddTags: canManage(actor, 'tag'),
  };
}

function picturesNamedIn({ body, heroAssetId }: DraftContent): string[] {
  const inBody = [...allBlocks(body.content)].flatMap((block) => (block.type === 'image' ? block.attrs.assetId : []));
  return heroAssetId ? [heroAssetId, ...inBody] : inBody;
}

function inTreeOrder(tree: SectionTree): SectionChoice[] {
  const choices: SectionChoice[] = [];
  const visit = (section: { id: string; name: string; slug: string }, depth: number) => {
    const { id, name, slug } = section;
    choices.push({ id, name, slug, depth });
    for (const child of tree.childrenOf(id)) visit(child, depth + 1);
  };
  for (const section of tree.top) visit(section, 0);
  return choices;
}
