import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { paragraph } from '#features/article/testing/sample-article.ts';
import type { UserActor } from '#features/user/actor.ts';
import type { Role } from '#lib/vocabulary.ts';
import { createDraft } from '../commands/create-draft.ts';
import { saveDraft } from '../commands/save-draft.ts';
import { type DraftContent, draftContent } from '../schema.ts';

/** Somebody with an account. */
export async function sampleUser(owner: postgres.Sql, name: string, role: Role): Promise<UserActor> {
  const [row] = await owner`insert into users (email, name, role)
    values (${`${name.toLowerCase()}-${randomUUID()}@example.org`}, ${name}, ${role}) returning id`;
  return { kind: 'user', id: row?.id, name, role };
}

/** Words of one headline and one paragraph that says the same; what the test is about is given. */
export const sampleWords = (headline: string, more: Partial<DraftContent> = {}): DraftContent =>
  draftContent.parse({ headline, body: paragraph(headline || 'Something happened.'), ...more });

/** A story that somebody has begun, with these words saved as its second version. */
export async function sampleDraft(
  actor: UserActor,
  content: DraftContent,
): Promise<{ articleId: string; draftVersion: number }> {
  const { articleId } = await createDraft(actor, {});
  const answer = await saveDraft(actor, { articleId, baseVersion: 1, saveId: randomUUID(), content });
  if (answer.outcome !== 'saved') throw new Error('The sample could not be saved.');
  return { articleId, draftVersion: answer.version };
}
