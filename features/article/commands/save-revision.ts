import 'server-only';
import { canArticle } from '#features/article/policy.ts';
import { saveRevisionInput } from '#features/article/schema.ts';
import { defineCommand } from '#features/command/define-command.ts';
import { Refusal } from '#lib/errors.ts';
import { changeArticle } from './change-article.ts';
import { lockArticle } from './lock-article.ts';
import { refuseBrokenReference } from './refuse-broken-reference.ts';
import { writeRevision } from './write-revision.ts';

/** Saves what somebody wrote as the next revision. What is public stays as it is until that is published. */
export const saveRevision = defineCommand({
  name: 'article.save',
  input: saveRevisionInput,
  allows: (actor) => canArticle(actor, 'edit', null),
  async run({ tx, actor, input, audit }) {
    const article = await lockArticle(tx, actor, 'edit', input);
    if (article.state === 'killed') throw new Refusal('conflict', 'This article was killed and cannot be changed.');
    const written = await refuseBrokenReference(() => writeRevision(tx, actor, article.id, input.content));
    const version = await changeArticle(tx, article);
    audit({ subjectKind: 'article', subjectId: article.id, details: { revision: written.number } });
    return { ...written, version };
  },
});
