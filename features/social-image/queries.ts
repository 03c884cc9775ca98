import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { prepared } from '#db/client.ts';
import { articlesPublic } from '#db/schema/publication.ts';
import type { Crop } from '#features/media/dto.ts';
import { shareSize } from '#features/media/model.ts';
import { readSections } from '#features/section/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { type SocialWords, socialHref } from '#features/social-image/model.ts';
import { socialName } from '#features/social-image/name.ts';

interface Story {
  readonly id: string;
  readonly headline: string;
  readonly language: string;
  readonly section: { readonly name: string };
}

/** Where the image of a public story is, by what it says now. */
export async function socialImageOf(story: Story): Promise<Crop> {
  return { url: socialHref(socialName(story.id, await wordsOf(story))), ...shareSize };
}

/** What the image of a story says; null for one that is not public. */
export async function findSocialWords(articleId: string): Promise<SocialWords | null> {
  const [[row], sections] = await Promise.all([publicWords().execute({ articleId }), readSections()]);
  if (!row) return null;
  const name = sections.withId(row.sectionId)?.name ?? '';
  return wordsOf({ id: articleId, ...row, section: { name } });
}

const publicWords = prepared((db) =>
  db
    .select({
      headline: articlesPublic.headline,
      language: articlesPublic.language,
      sectionId: articlesPublic.sectionId,
    })
    .from(articlesPublic)
    .where(eq(articlesPublic.articleId, sql.placeholder('articleId'))),
);

async function wordsOf({ headline, language, section }: Story): Promise<SocialWords> {
  const { name, accent } = await readSettings();
  return { headline, language, section: section.name, siteName: name, accent };
}
