import 'server-only';
import type { Picture } from '#features/media/dto.ts';
import { picturesOf } from '#features/media/queries.ts';
import type { SectionTree } from '#features/section/model.ts';
import { readSections } from '#features/section/queries.ts';
import { canManage } from '#features/settings/policy.ts';
import { readSettings } from '#features/settings/queries.ts';
import type { Site } from '#features/site/model.ts';
import { readSite } from '#features/site/queries.ts';
import type { Actor } from '#features/user/actor.ts';
import { accentPair } from '#lib/accent.ts';
import type { Choosable, EditedArticle, SectionChoice } from './dto.ts';
import { readChosenTerms, readEditedArticle } from './queries.ts';

/** All that the editor's page shows of a story and of the site around it. */
export interface EditorPage {
  readonly article: EditedArticle;
  readonly site: Site;
  readonly timeZone: string;
  readonly sections: readonly SectionChoice[];
  readonly terms: { readonly tags: readonly Choosable[]; readonly bylines: readonly Choosable[] };
  /** The main picture, where it is ready to be shown. */
  readonly mainPicture: Picture | null;
  /** Whether this person may make tags, and bylines, that are not there yet. */
  readonly mayAdd: { readonly tags: boolean; readonly bylines: boolean };
  /** The site's accent, readable on light and on dark paper. */
  readonly accent: readonly [light: string, dark: string];
}

/** Throws 'not_found', and 'forbidden' for a story that is not the actor's to write. */
export async function readEditorPage(actor: Actor, articleId: string): Promise<EditorPage> {
  const article = await readEditedArticle(actor, articleId);
  const { content } = article.draft;
  const [site, { timeZone, accent }, sections, terms, pictures] = await Promise.all([
    readSite(),
    readSettings(),
    readSections(),
    readChosenTerms(content),
    picturesOf(content.heroAssetId ? [content.heroAssetId] : []),
  ]);
  return {
    ...{ article, site, timeZone, terms },
    sections: inTreeOrder(sections),
    mainPicture: pictures.get(content.heroAssetId ?? '') ?? null,
    mayAdd: { tags: canManage(actor, 'tag'), bylines: canManage(actor, 'byline') },
    accent: accentPair(accent),
  };
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
