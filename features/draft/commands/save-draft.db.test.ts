import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import type { UserActor } from '#features/user/actor.ts';
import { standingKey } from '../model-presence.ts';
import { readEditedArticle } from '../queries.ts';
import { sampleDraft, sampleUser, sampleWords } from '../testing/sample-draft.ts';
import { createDraft } from './create-draft.ts';
import { noteEditor } from './note-editor.ts';
import { publishDraft } from './publish-draft.ts';
import { saveDraft } from './save-draft.ts';

const { owner } = await testDatabase();
let ada: UserActor;
let bo: UserActor;
let writer: UserActor;

beforeAll(async () => {
  ada = await sampleUser(owner, 'Ada', 'editor');
  bo = await sampleUser(owner, 'Bo', 'editor');
  writer = await sampleUser(owner, 'Writer', 'contributor');
});

const save = (actor: UserActor, articleId: string, baseVersion: number, headline: string, saveId = randomUUID()) =>
  saveDraft(actor, { articleId, baseVersion, saveId, content: sampleWords(headline) });

const stored = async (articleId: string) => (await readEditedArticle(ada, articleId)).draft;

describe('saving words under way', () => {
  test('words may be unfinished in every field', async () => {
    const { articleId } = await createDraft(writer, {});
    expect(await save(writer, articleId, 1, '')).toMatchObject({ outcome: 'saved', version: 2 });
    expect(await stored(articleId)).toMatchObject({ version: 2, savedBy: 'Writer' });
  });

  test('words written on an older version are refused, and the newer ones given back with who and when', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, sampleWords('Both began here'));
    await save(ada, articleId, draftVersion, 'Ada was first');
    const answer = await save(bo, articleId, draftVersion, 'Bo came second');
    expect(answer).toMatchObject({
      outcome: 'conflict',
      stored: { version: draftVersion + 1, savedBy: 'Ada', content: { headline: 'Ada was first' } },
    });
    expect((await stored(articleId)).content.headline).toBe('Ada was first');
  });

  test('one save sent twice is one save', async () => {
    const { articleId } = await sampleDraft(ada, sampleWords('Once'));
    const saveId = randomUUID();
    const first = await save(ada, articleId, 2, 'Twice', saveId);
    expect(await save(ada, articleId, 2, 'Twice', saveId)).toEqual(first);
    expect((await stored(articleId)).version).toBe(3);
  });

  test('of two saves at the same moment one is refused', async () => {
    const { articleId } = await sampleDraft(ada, sampleWords('At once'));
    const answers = await Promise.all([save(ada, articleId, 2, 'Hers'), save(bo, articleId, 2, 'His')]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['conflict', 'saved']);
  });

  test('a story that came by another way is saved on its newest revision, as version 0', async () => {
    const sectionId = await sampleSection('wire');
    const { articleId } = await sampleArticle({ sectionId, headline: 'From the wire' });
    expect(await stored(articleId)).toMatchObject({
      version: 0,
      savedBy: null,
      content: { headline: 'From the wire' },
    });
    expect(await save(ada, articleId, 0, 'Edited')).toMatchObject({ outcome: 'saved', version: 1 });
    expect(await save(bo, articleId, 0, 'Too late')).toMatchObject({ outcome: 'conflict', stored: { version: 1 } });
  });

  test('late, repeated and out-of-order saves never bring back old words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 0, 1, 2, 3], { minLength: 4, maxLength: 8 }),
        async (arrivals) => {
          const { articleId, draftVersion } = await sampleDraft(ada, sampleWords('0'));
          const sent = [0, 1, 2, 3].map((index) => ({ base: draftVersion + index, id: randomUUID(), index }));
          let newest = -1;
          for (const arrival of arrivals) {
            const { base, id, index } = sent[arrival]!;
            const answer = await save(ada, articleId, base, `words ${index}`, id);
            if (answer.outcome === 'saved') newest = Math.max(newest, index);
            const { content } = await stored(articleId);
            expect(content.headline).toBe(newest < 0 ? '0' : `words ${newest}`);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('nobody loses words', () => {
  test("whoever saves over another's words leaves a copy of them", async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, sampleWords('Words of Ada'));
    await save(bo, articleId, draftVersion, 'Words of Bo');
    const copies = await owner`select content->>'headline' as headline, saved_by, replaced_by from draft_copies
      where article_id = ${articleId} and version = ${draftVersion}`;
    expect(copies).toEqual([{ headline: 'Words of Ada', saved_by: ada.id, replaced_by: bo.id }]);
  });

  test('whoever saves over own words leaves none, unless they were chosen over others', async () => {
    const { articleId, draftVersion } = await sampleDraft(ada, sampleWords('First'));
    await save(ada, articleId, draftVersion, 'Second');
    const count = () => owner`select count(*)::int as n from draft_copies where article_id = ${articleId}`;
    expect((await count())[0]?.n).toBe(0);
    const content = sampleWords('Third');
    await saveDraft(ada, { articleId, baseVersion: draftVersion + 1, saveId: randomUUID(), content, chosen: true });
    expect((await count())[0]?.n).toBe(1);
  });
});

describe('whose words', () => {
  test("a contributor cannot save into another's story, nor read it", async () => {
    const { articleId } = await sampleDraft(ada, sampleWords('Not yours'));
    await expect(save(writer, articleId, 2, 'Mine now')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readEditedArticle(writer, articleId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(noteEditor(writer, { articleId })).rejects.toMatchObject({ code: 'forbidden' });
    expect((await stored(articleId)).content.headline).toBe('Not yours');
  });

  test('the words of a killed story cannot be changed', async () => {
    const { articleId } = await sampleDraft(ada, sampleWords('Killed'));
    await killArticle(tester, { articleId });
    await expect(save(ada, articleId, 2, 'Risen')).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a story that is not there is said to be not there', async () => {
    await expect(save(ada, randomUUID(), 0, 'Nowhere')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('beginning and being there', () => {
  test('an untouched story is taken again by who began it, unless it is open somewhere', async () => {
    const cy = await sampleUser(owner, 'Cy', 'author');
    const { articleId } = await createDraft(cy, {});
    expect(await createDraft(cy, {})).toEqual({ articleId });
    await noteEditor(cy, { articleId });
    expect((await createDraft(cy, {})).articleId).not.toBe(articleId);
    expect((await createDraft(ada, {})).articleId).not.toBe(articleId);
  });

  test('whoever is credited under a name of their own begins with it', async () => {
    const dee = await sampleUser(owner, 'Dee', 'author');
    const { bylineId } = await createByline(ada, { handle: 'dee', name: 'Dee', userId: dee.id });
    expect((await stored((await createDraft(dee, {})).articleId)).content.bylineIds).toEqual([bylineId]);
    expect((await stored((await createDraft(bo, {})).articleId)).content.bylineIds).toEqual([]);
  });

  test('each hears when the story stands otherwise than the page says', async () => {
    const sectionId = await sampleSection(`s-${randomUUID()}`);
    const words = sampleWords('Open', { sectionId });
    const { articleId, draftVersion } = await sampleDraft(ada, words);
    const page = () => readEditedArticle(bo, articleId).then(standingKey);
    const asDraft = await page();
    expect((await noteEditor(bo, { articleId })).standing).toBe(asDraft);
    await publishDraft(ada, { articleId, draftVersion });
    const { standing } = await noteEditor(bo, { articleId });
    expect(standing).not.toBe(asDraft);
    expect(standing).toBe(await page());
  });

  test('each sees who else is there, and how far the words are', async () => {
    const { articleId } = await sampleDraft(ada, sampleWords('Open'));
    expect(await noteEditor(ada, { articleId })).toMatchObject({ others: [], draftVersion: 2, savedBy: null });
    expect(await noteEditor(bo, { articleId })).toMatchObject({
      others: [{ id: ada.id, name: 'Ada' }],
      draftVersion: 2,
      savedBy: 'Ada',
    });
    await noteEditor(ada, { articleId, leaving: true });
    expect((await noteEditor(bo, { articleId })).others).toEqual([]);
    await noteEditor(ada, { articleId });
    await owner`update article_editors set seen_at = now() - interval '61 seconds' where user_id = ${ada.id}`;
    expect((await noteEditor(bo, { articleId })).others).toEqual([]);
  });
});
