import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { findArticle } from '#features/article/queries.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import type { UserActor } from '#features/user/actor.ts';
import { roles } from '#lib/vocabulary.ts';
import { readEditedArticle } from '../queries.ts';
import { listVersions } from '../queries-versions.ts';
import { sampleDraft, sampleUser, sampleWords } from '../testing/sample-draft.ts';
import { keepDraft } from './keep-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { restoreDraft } from './restore-draft.ts';
import { saveDraft } from './save-draft.ts';
import { submitDraft } from './submit-draft.ts';

const { owner } = await testDatabase();
let ada: UserActor;
let bo: UserActor;
const newest = { after: null, each: false };
let sectionId: string;

beforeAll(async () => {
  ada = await sampleUser(owner, 'Ada', 'editor');
  bo = await sampleUser(owner, 'Bo', 'editor');
  sectionId = await sampleSection('town');
});

const words = (headline: string, more = {}) => sampleWords(headline, { sectionId, ...more });
const save = (actor: UserActor, articleId: string, baseVersion: number, content: ReturnType<typeof words>) =>
  saveDraft(actor, { articleId, baseVersion, saveId: randomUUID(), content });
const publicHeadline = async (slug: string) => {
  const answer = await findArticle('town', slug);
  return answer.found === 'article' ? answer.article.headline : answer.found;
};

describe('keeping a version', () => {
  test('words become a revision once, however often they are kept', async () => {
    const seen = await sampleDraft(ada, words('Kept once'));
    const kept = await keepDraft(ada, seen);
    expect(kept).toMatchObject({ number: 1 });
    expect(await keepDraft(ada, seen)).toMatchObject({ revisionId: kept.revisionId, number: 1 });
    expect(await readEditedArticle(ada, seen.articleId)).toMatchObject({ hasUnkeptWords: false, newestRevision: 1 });
  });

  test.each([
    ['the headline', words('', {}), 'The headline is missing: write one.', 'headline'],
    ['the section', sampleWords('No section'), 'The section is missing: choose one.', 'sectionId'],
    ['the slug', words('A', { slug: 'not a slug' }), '“Slug” must be words joined by hyphens.', 'slug'],
    [
      'the original',
      words('A', { sourceUrl: 'htt' }),
      '“Address of the original” must be an http or https address.',
      'sourceUrl',
    ],
  ])('unfinished words are refused with a sentence that names %s', async (_name, content, sentence, field) => {
    const seen = await sampleDraft(ada, sampleWords('x')).then(async ({ articleId, draftVersion }) => {
      await save(ada, articleId, draftVersion, content);
      return { articleId, draftVersion: draftVersion + 1 };
    });
    await expect(keepDraft(ada, seen)).rejects.toMatchObject({
      code: 'invalid',
      message: sentence,
      fields: { [field]: sentence },
    });
  });

  test('search engines are left an original only where its address is given', async () => {
    const seen = await sampleDraft(ada, words('Found elsewhere', { canonical: 'source' }));
    const sentence = '“Address of the original” must be given where search engines are to keep the original.';
    await expect(keepDraft(ada, seen)).rejects.toMatchObject({ message: sentence, fields: { sourceUrl: sentence } });
  });

  test('words that a newer revision came beside, by another way, give way to it where nobody had changed them', async () => {
    const seen = await sampleDraft(ada, words('At the desk'));
    const { version } = await keepDraft(ada, seen);
    const content = { sectionId, headline: 'By the command line', body: paragraph('.') };
    const { revisionId } = await saveRevision(tester, { articleId: seen.articleId, version, content });
    expect((await readEditedArticle(ada, seen.articleId)).draft.content.headline).toBe('By the command line');
    expect(await keepDraft(ada, seen)).toMatchObject({ revisionId, number: 2 });
  });
});

describe('publishing', () => {
  test('what stands in the working copy is public at once, and newer words are not', async () => {
    const seen = await sampleDraft(ada, words('Bridge opens', { kind: 'report' }));
    const receipt = await publishDraft(ada, seen);
    expect(receipt).toMatchObject({ href: '/town/bridge-opens', isPublic: true });
    await save(ada, seen.articleId, seen.draftVersion, words('Bridge closes'));
    expect(await publicHeadline('bridge-opens')).toBe('Bridge opens');
    expect(await readEditedArticle(ada, seen.articleId)).toMatchObject({
      state: 'published',
      hasUnkeptWords: true,
      publicNow: { revision: 1, href: '/town/bridge-opens' },
    });
    const { articleId, draftVersion } = seen;
    await publishDraft(ada, { articleId, draftVersion: draftVersion + 1 });
    expect(await publicHeadline('bridge-opens')).toBe('Bridge closes');
  });

  test("another's newer words are not published unseen, and nothing is", async () => {
    const seen = await sampleDraft(ada, words('Seen by Ada'));
    await save(bo, seen.articleId, seen.draftVersion, words('Changed by Bo'));
    await expect(publishDraft(ada, seen)).rejects.toMatchObject({
      code: 'conflict',
      message: 'Bo has saved newer words since you opened this story: look at them first.',
    });
    expect(await publicHeadline('seen-by-ada')).toBe('nothing');
    expect(await readEditedArticle(ada, seen.articleId)).toMatchObject({ state: 'draft', newestRevision: 0 });
  });

  test('what kind of story it is changes for readers with the publication that says so, not before', async () => {
    const seen = await sampleDraft(ada, words('Of two kinds', { kind: 'report' }));
    await publishDraft(ada, seen);
    const { articleId, draftVersion } = seen;
    await save(ada, articleId, draftVersion, words('Of two kinds', { kind: 'opinion' }));
    const publicKind = async () => {
      const answer = await findArticle('town', 'of-two-kinds');
      return answer.found === 'article' ? answer.article.kind : answer.found;
    };
    await publishDraft(ada, { articleId, draftVersion: draftVersion + 1, at: new Date(Date.now() + 3_600_000) });
    expect(await publicKind()).toBe('report');
    await publishDraft(ada, { articleId, draftVersion: draftVersion + 1 });
    expect(await publicKind()).toBe('opinion');
  });

  test('a slug that is changed leaves the old address leading to the new one', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, words('Old address'));
    await publishDraft(ada, { articleId, draftVersion });
    await save(ada, articleId, draftVersion, words('Old address', { slug: 'new-address' }));
    await publishDraft(ada, { articleId, draftVersion: draftVersion + 1 });
    expect(await findArticle('town', 'old-address')).toEqual({ found: 'moved', href: '/town/new-address' });
  });

  test('a scheduled story is announced as such', async () => {
    const seen = await sampleDraft(ada, words('Tomorrow'));
    const at = new Date(Date.now() + 3_600_000);
    const until = new Date(Date.now() + 7_200_000);
    expect(await publishDraft(ada, { ...seen, at, until })).toMatchObject({
      isPublic: false,
      from: at.toISOString(),
      to: until.toISOString(),
    });
    expect(await readEditedArticle(ada, seen.articleId)).toMatchObject({
      publicNow: null,
      publicNext: { from: at.toISOString() },
    });
  });

  test('a picture without alternative text is refused in a sentence, and nothing becomes public', async () => {
    const [asset] = await owner`insert into media_assets (sha256, storage_key, media_type, width, height, bytes)
      values ('x', 'x', 'image/png', 10, 10, 10) returning id`;
    const hero = await sampleDraft(ada, words('Bare hero', { heroAssetId: asset?.id }));
    await expect(publishDraft(ada, hero)).rejects.toMatchObject({
      code: 'invalid',
      fields: { heroAssetId: expect.any(String) },
    });
    const attrs = { assetId: asset?.id as string, alt: null, caption: null, credit: null };
    const pictured = (alt: string | null) =>
      words('Bare body', { body: { type: 'doc', content: [{ type: 'image', attrs: { ...attrs, alt } }] } });
    const body = await sampleDraft(ada, pictured(' '));
    await expect(publishDraft(ada, body)).rejects.toMatchObject({ fields: { body: expect.any(String) } });
    expect(await publicHeadline('bare-body')).toBe('nothing');
    await save(ada, body.articleId, body.draftVersion, pictured('A bridge'));
    const receipt = await publishDraft(ada, { articleId: body.articleId, draftVersion: body.draftVersion + 1 });
    expect(receipt.isPublic).toBe(true);
  });
});

describe('submitting', () => {
  test('hands the story to the editors with its words kept', async () => {
    const writer = await sampleUser(owner, 'Writer', 'contributor');
    const seen = await sampleDraft(writer, words('For review'));
    await submitDraft(writer, seen);
    expect(await readEditedArticle(ada, seen.articleId)).toMatchObject({ state: 'in_review', newestRevision: 1 });
  });
});

describe('restoring a version', () => {
  test('its words become the working copy, and those that stood there are a revision first', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, words('First'));
    const { revisionId } = await keepDraft(ada, { articleId, draftVersion });
    await save(ada, articleId, draftVersion, words('Second'));
    const from = { revisionId };
    const restored = await restoreDraft(ada, { articleId, draftVersion: draftVersion + 1, saveId: randomUUID(), from });
    const { draft, newestRevision } = await readEditedArticle(ada, articleId);
    expect(draft).toMatchObject({ version: restored.draftVersion, content: { headline: 'First' } });
    expect(newestRevision).toBe(2);
    const [second] = await owner`select headline from revisions where article_id = ${articleId} and number = 2`;
    expect(second?.headline).toBe('Second');
  });

  test('unfinished words that stood there are kept as a copy, which can be restored in turn', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, words('Whole'));
    const { revisionId } = await keepDraft(ada, { articleId, draftVersion });
    await save(ada, articleId, draftVersion, sampleWords(''));
    const next = { articleId, draftVersion: draftVersion + 1, saveId: randomUUID() };
    await restoreDraft(ada, { ...next, from: { revisionId } });
    const [copy] = await owner`select id from draft_copies where article_id = ${articleId}`;
    await restoreDraft(ada, { ...next, draftVersion: draftVersion + 2, from: { copyId: copy?.id } });
    expect((await readEditedArticle(ada, articleId)).draft.content.headline).toBe('');
  });

  test('versions are listed page by page, newest first, with what was replaced among them', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, words('One'));
    await publishDraft(ada, { articleId, draftVersion });
    await save(ada, articleId, draftVersion, words('Two, of Ada'));
    await save(bo, articleId, draftVersion + 1, words('Three'));
    await keepDraft(bo, { articleId, draftVersion: draftVersion + 2 });
    const first = await listVersions(ada, articleId, newest, 2);
    expect(first.versions).toMatchObject([
      { kind: 'revision', number: 2, headline: 'Three', by: 'Bo', publicWhen: [] },
      { kind: 'copy', headline: 'Two, of Ada', by: 'Ada', replacedBy: 'Bo' },
    ]);
    expect(first.next).toMatchObject({ kind: 'revision', number: 1, publicWhen: [{ to: null }] });
    const second = await listVersions(ada, articleId, { ...newest, after: first.versions[1]?.id ?? null }, 2);
    expect(second).toMatchObject({ versions: [{ id: first.next?.id, headline: 'One' }], next: null });
    expect((await listVersions(ada, articleId, { ...newest, after: randomUUID() }, 2)).versions).toEqual(
      first.versions,
    );
  });

  test('what was replaced in one sitting is one line a person, and every one of them can be had', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, words('Kept'));
    await keepDraft(ada, { articleId, draftVersion });
    const saves = ['Ada 1', 'Bo 1', 'Ada 2', 'Bo 2', 'Ada 3'];
    for (const [index, headline] of saves.entries()) {
      await save(index % 2 ? bo : ada, articleId, draftVersion + index, words(headline));
    }
    const lines = async (each: boolean) =>
      (await listVersions(ada, articleId, { ...newest, each })).versions.map(({ headline, times }) => [
        headline,
        times,
      ]);
    expect(await lines(false)).toEqual([
      ['Bo 2', 2],
      ['Ada 2', 2],
      ['Kept', 1],
    ]);
    expect(await lines(true)).toEqual(['Bo 2', 'Ada 2', 'Bo 1', 'Ada 1', 'Kept'].map((headline) => [headline, 1]));
    await owner`update draft_copies set saved_at = saved_at - interval '31 minutes'
      where article_id = ${articleId} and content->>'headline' = 'Bo 1'`;
    await owner`update revisions set created_at = created_at - interval '1 hour' where article_id = ${articleId}`;
    expect(await lines(false)).toEqual([
      ['Bo 2', 1],
      ['Ada 2', 2],
      ['Bo 1', 1],
      ['Kept', 1],
    ]);
  });

  test('a revision of another story is no version of this one', async () => {
    const other = await sampleArticle({ sectionId, headline: 'Other' });
    const seen = await sampleDraft(ada, words('This'));
    const attempt = restoreDraft(ada, { ...seen, saveId: randomUUID(), from: { revisionId: other.revisionId } });
    await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe.each(roles)('as %s', (role) => {
  const mayPublish = role !== 'contributor';

  test('publishing an own story is done or refused as the role may', async () => {
    const actor = await sampleUser(owner, role, role);
    const seen = await sampleDraft(actor, words(`Own of ${role}`));
    if (mayPublish) await expect(publishDraft(actor, seen)).resolves.toMatchObject({ isPublic: true });
    else await expect(publishDraft(actor, seen)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test("another's story is kept, submitted, restored and published by editors alone", async () => {
    const actor = await sampleUser(owner, role, role);
    const attempts = [
      [keepDraft, 'draft'],
      [submitDraft, 'in_review'],
      [publishDraft, 'published'],
    ] as const;
    for (const [attempt, state] of attempts) {
      const seen = await sampleDraft(bo, words(`Of Bo for ${role}, to be ${state}`));
      if (role === 'editor' || role === 'admin') {
        await attempt(actor, seen);
        expect(await readEditedArticle(bo, seen.articleId)).toMatchObject({ state, newestRevision: 1 });
      } else await expect(attempt(actor, seen)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
