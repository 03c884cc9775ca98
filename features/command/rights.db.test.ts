import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { createStub } from '#features/article/commands/create-stub.ts';
import { deleteArticle } from '#features/article/commands/delete-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { restoreArticle } from '#features/article/commands/restore-article.ts';
import { returnArticle } from '#features/article/commands/return-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { submitArticle } from '#features/article/commands/submit-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { deleteByline } from '#features/byline/commands/delete-byline.ts';
import { editByline } from '#features/byline/commands/edit-byline.ts';
import { issueCorrection } from '#features/correction/commands/issue-correction.ts';
import { withdrawCorrection } from '#features/correction/commands/withdraw-correction.ts';
import { orderPins } from '#features/pin/commands/order-pins.ts';
import { pinArticle } from '#features/pin/commands/pin-article.ts';
import { unpinArticle } from '#features/pin/commands/unpin-article.ts';
import { createPreviewLink } from '#features/preview/commands/create-preview-link.ts';
import { endPreviewLinks } from '#features/preview/commands/end-preview-links.ts';
import { createRedirect } from '#features/redirect/commands/create-redirect.ts';
import { removeRedirect } from '#features/redirect/commands/remove-redirect.ts';
import { createSection } from '#features/section/commands/create-section.ts';
import { deleteSection } from '#features/section/commands/delete-section.ts';
import { editSection } from '#features/section/commands/edit-section.ts';
import { orderSections } from '#features/section/commands/order-sections.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { deleteTag } from '#features/tag/commands/delete-tag.ts';
import { editTag } from '#features/tag/commands/edit-tag.ts';
import { linkTranslation } from '#features/translation/commands/link-translation.ts';
import { unlinkTranslation } from '#features/translation/commands/unlink-translation.ts';
import type { Actor, UserActor } from '#features/user/actor.ts';
import { importVotes } from '#features/vote/commands/import-votes.ts';
import { amendEnvironment } from '#lib/env.ts';
import { type Role, roles } from '#lib/vocabulary.ts';

amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters' });
const { owner } = await testDatabase();
const users = new Map<Role, UserActor>();
let sectionId = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
  for (const role of roles) {
    const [row] = await owner`insert into users (email, name, role)
      values (${`${role}@example.org`}, ${role}, ${role}) returning id`;
    users.set(role, { kind: 'user', id: row?.id, name: role, role });
  }
});

interface Sample {
  by: Actor;
  articleId: string;
  version: number;
  content: Parameters<typeof saveRevision>[1]['content'];
}
const name = () => `thing-${randomBytes(6).toString('hex')}`;
const later = () => new Date(Date.now() + 3_600_000);

/** Who may do a thing whoever wrote the story. */
const allow = (...allowed: Role[]) => ({ own: allowed, others: allowed });

/**
 * Every command by what the audit log calls it, what it is tried with, and who may do it: with a published story of one's
 * own, and of another.
 */
const commands: Record<
  string,
  { run: (actor: Actor, sample: Sample) => Promise<unknown>; own: Role[]; others: Role[] }
> = {
  'article.save': {
    run: (actor, { articleId, version, content }) => saveRevision(actor, { articleId, version, content }),
    own: ['contributor', 'author', 'editor', 'admin'],
    others: ['editor', 'admin'],
  },
  'article.publish': {
    run: (actor, { articleId }) => publishArticle(actor, { articleId }),
    own: ['author', 'editor', 'admin'],
    others: ['editor', 'admin'],
  },
  'article.publish with a date of its own': {
    run: async (actor, { content }) => {
      const { articleId } = await sampleArticle({ ...content, headline: name() }, actor);
      return publishArticle(actor, { articleId, firstPublishedAt: new Date(0) });
    },
    ...allow('editor', 'admin'),
  },
  'article.publish with the date of an update': {
    run: async (actor, { content }) => {
      const { articleId } = await sampleArticle({ ...content, headline: name() }, actor);
      return publishArticle(actor, { articleId, updatedAt: new Date() });
    },
    ...allow(),
  },
  'article.unpublish': {
    run: (actor, { articleId }) => unpublishArticle(actor, { articleId }),
    own: ['author', 'editor', 'admin'],
    others: ['editor', 'admin'],
  },
  'article.archive': {
    run: (actor, { articleId }) => archiveArticle(actor, { articleId }),
    ...allow('editor', 'admin'),
  },
  'article.restore': {
    run: async (actor, { articleId }) => {
      await archiveArticle(tester, { articleId });
      return restoreArticle(actor, { articleId });
    },
    ...allow('editor', 'admin'),
  },
  'article.kill': {
    run: (actor, { articleId }) => killArticle(actor, { articleId }),
    ...allow('editor', 'admin'),
  },
  'translation.unlink after translation.link with a story of the same writer': {
    run: async (actor, { articleId, content, by }) => {
      const { articleId: otherId } = await sampleArticle({ ...content, headline: name(), language: 'de' }, by);
      await linkTranslation(actor, { articleId, otherId });
      return unlinkTranslation(actor, { articleId });
    },
    own: [...roles],
    others: ['editor', 'admin'],
  },
  'correction.withdraw after correction.issue': {
    run: async (actor, { articleId }) => {
      const { correctionId } = await issueCorrection(actor, { articleId, text: 'What was wrong.' });
      return withdrawCorrection(actor, { articleId, correctionId });
    },
    own: ['author', 'editor', 'admin'],
    others: ['editor', 'admin'],
  },
  'article.delete': {
    run: async (actor, { by }) => deleteArticle(actor, await sampleArticle({ sectionId, headline: name() }, by)),
    own: [...roles],
    others: ['editor', 'admin'],
  },
  'article.embargo': {
    run: (actor, { articleId }) => embargoArticle(actor, { articleId, until: later() }),
    ...allow('editor', 'admin'),
  },
  'article.submit': {
    run: async (actor, { content }) => {
      const { articleId } = await sampleArticle({ ...content, headline: name() }, actor);
      return submitArticle(actor, { articleId });
    },
    ...allow(...roles),
  },
  'article.return': {
    run: async (actor, { content, by }) => {
      const { articleId } = await sampleArticle({ ...content, headline: name() }, by);
      await submitArticle(tester, { articleId });
      return returnArticle(actor, { articleId });
    },
    own: [...roles],
    others: ['editor', 'admin'],
  },
  'article.stub': {
    run: (actor) => createStub(actor, { headline: 'Seen', sectionId, importKey: name() }),
    ...allow(...roles),
  },
  'pin.remove after pin.set': {
    run: async (actor, { articleId }) => {
      await pinArticle(actor, { place: 'front', articleId, position: 0 });
      return unpinArticle(actor, { place: 'front', articleId });
    },
    ...allow('editor', 'admin'),
  },
  'article.preview': {
    run: (actor, { articleId }) => createPreviewLink(actor, { articleId }),
    own: [...roles],
    others: ['editor', 'admin'],
  },
  'article.preview-end': {
    run: async (actor, { articleId }) => {
      await createPreviewLink(tester, { articleId });
      return endPreviewLinks(actor, { articleId });
    },
    own: [...roles],
    others: ['editor', 'admin'],
  },
  'redirect.remove after redirect.create': {
    run: async (actor) => {
      const path = `/${name()}`;
      await createRedirect(actor, { path, target: '/world' });
      return removeRedirect(actor, { path });
    },
    ...allow('editor', 'admin'),
  },
  'pin.order': {
    run: async (actor, { articleId }) => {
      await owner`delete from pins`;
      await pinArticle(tester, { place: 'front', articleId });
      return orderPins(actor, { place: 'front', articleIds: [articleId] });
    },
    ...allow('editor', 'admin'),
  },
  'section.delete after a change and an order': {
    run: async (actor) => {
      const parentId = await sampleSection(name());
      const { sectionId: id } = await createSection(tester, { slug: name(), name: 'A section', parentId });
      await editSection(actor, { sectionId: id, slug: name(), name: 'Another name', parentId });
      await orderSections(actor, { parentId, sectionIds: [id] });
      return deleteSection(actor, { sectionId: id });
    },
    ...allow('editor', 'admin'),
  },
  'tag.delete after a change': {
    run: async (actor) => {
      const { tagId } = await createTag(tester, { slug: name(), name: 'A tag' });
      await editTag(actor, { tagId, slug: name(), name: 'Another name' });
      return deleteTag(actor, { tagId });
    },
    ...allow('editor', 'admin'),
  },
  'byline.delete after a change': {
    run: async (actor) => {
      const { bylineId } = await createByline(tester, { handle: name(), name: 'Somebody' });
      await editByline(actor, { bylineId, handle: name(), name: 'Somebody else' });
      return deleteByline(actor, { bylineId });
    },
    ...allow('editor', 'admin'),
  },
  'section.create': {
    run: (actor) => createSection(actor, { slug: name(), name: 'A section' }),
    ...allow('editor', 'admin'),
  },
  'tag.create': {
    run: (actor) => createTag(actor, { slug: name(), name: 'A tag' }),
    ...allow('editor', 'admin'),
  },
  'byline.create': {
    run: (actor) => createByline(actor, { handle: name(), name: 'Somebody' }),
    ...allow('editor', 'admin'),
  },
  'vote.import': {
    run: (actor, { articleId }) => importVotes(actor, { articleId, importedVotes: 63_295 }),
    ...allow('admin'),
  },
  'settings.change': {
    run: (actor) => changeSettings(actor, { voteLabel: name() }),
    ...allow('admin'),
  },
};

async function published(by: Actor): Promise<Sample> {
  const content = { sectionId, headline: name(), body: paragraph('.') };
  const { articleId } = await sampleArticle(content, by);
  const { version } = await publishArticle(tester, { articleId });
  return { by, articleId, version, content };
}

const lastAct = async (actor: UserActor) => {
  const [line] = await owner`select action from audit_log where actor_id = ${actor.id} order by id desc limit 1`;
  return line?.action;
};

describe.each(Object.entries(commands))('%s', (act, { run, own, others }) => {
  test.each(roles)('as %s: done or refused as the table says, on own stories and on others', async (role) => {
    const actor = users.get(role) as UserActor;
    for (const [owner, allowed] of [
      [actor, own],
      [tester, others],
    ] as const) {
      const attempt = run(actor, await published(owner));
      if (allowed.includes(role)) {
        await attempt;
        expect(await lastAct(actor)).toBe(act.split(' ')[0]);
      } else await expect(attempt).rejects.toMatchObject({ name: 'Refusal', code: 'forbidden' });
    }
  });
});

test('a refused command leaves no trace but the refusal', async () => {
  const sample = await published(tester);
  const state = () => owner`select
    (select count(*)::int from audit_log) as audited, (select max(id)::int from purges) as purged,
    (select version from articles where id = ${sample.articleId}) as version`;
  const before = await state();
  const contributor = users.get('contributor') as UserActor;
  await expect(killArticle(contributor, { articleId: sample.articleId })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await state()).toEqual(before);
});

test('what was done, by whom and to what stands in the audit log', async () => {
  const editor = users.get('editor') as UserActor;
  const { articleId } = await published(tester);
  await killArticle(editor, { articleId, reason: 'libel' });
  const [entry] = await owner`select * from audit_log where subject_id = ${articleId} order by id desc limit 1`;
  expect(entry).toMatchObject({ action: 'article.kill', actor_id: editor.id, actor_name: 'editor' });
  expect(entry?.details).toMatchObject({ reason: 'libel' });
});
