import type { z } from 'zod';
import { createArticle } from '#features/article/commands/create-article.ts';
import type { articleContent } from '#features/article/schema.ts';
import { createSection } from '#features/section/commands/create-section.ts';
import { type Actor, systemActor } from '#features/user/actor.ts';

export const tester = systemActor('test');

/** A body of one paragraph. */
export const paragraph = (text: string) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
});

/** A section of its own for a test. */
export async function sampleSection(slug: string, parentId: string | null = null): Promise<string> {
  const { sectionId } = await createSection(tester, { slug, name: slug[0]?.toUpperCase() + slug.slice(1), parentId });
  return sectionId;
}

/** A draft with little in it; what the test is about is given. */
export function sampleArticle(
  content: Partial<z.input<typeof articleContent>> & { sectionId: string },
  actor: Actor = tester,
) {
  return createArticle(actor, {
    content: { headline: 'A story', body: paragraph('Something happened.'), ...content },
  });
}
