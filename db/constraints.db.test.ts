import { beforeAll, describe, expect, test } from 'vitest';
import {
  articleKinds,
  articleStates,
  dateMeanings,
  pinPlaces,
  quarantineDecisions,
  renditionFormats,
  roles,
  voteEventKinds,
} from '#lib/vocabulary.ts';
import { purgeKinds } from './schema/purge.ts';
import { testDatabase } from './testing/test-database.ts';

const { owner } = await testDatabase();
const ids = { section: '', article: '', other: '', stub: '', revision: '', othersRevision: '', stubsRevision: '' };

beforeAll(async () => {
  const [section] = await owner`insert into sections (slug, name) values ('world', 'World') returning id`;
  const articles = await owner`insert into articles (state) values ('published'), ('published'), ('stub') returning id`;
  const [revision, others, stubs] = await owner`
    insert into revisions
      (article_id, number, section_id, slug, headline, body, body_text, body_html, renderer_version, word_count)
    values (${articles[0]?.id}, 1, ${section?.id}, 'a', 'A', '{}', '', '', 1, 0),
      (${articles[1]?.id}, 1, ${section?.id}, 'b', 'B', '{}', '', '', 1, 0),
      (${articles[2]?.id}, 1, ${section?.id}, 'c', 'C', '{}', '', '', 1, 0) returning id`;
  Object.assign(ids, { section: section?.id, revision: revision?.id });
  Object.assign(ids, { othersRevision: others?.id, stubsRevision: stubs?.id });
  [ids.article, ids.other, ids.stub] = articles.map(({ id }) => id) as [string, string, string];
});

const publish = (from: string, to: string | null, articleId = ids.article, revisionId = ids.revision) => owner`
  insert into publications (article_id, revision_id, section_id, slug, effective_from, effective_to, first_published_at)
  values (${articleId}, ${revisionId}, ${ids.section}, 'a', ${from}, ${to}, ${from}) returning id`;

describe('publications, whoever writes them', () => {
  test('of one story never overlap, and may follow each other without a gap', async () => {
    await publish('2020-01-01T00:00Z', '2020-02-01T00:00Z');
    await publish('2020-02-01T00:00Z', '2020-03-01T00:00Z');
    await expect(publish('2020-02-15T00:00Z', null)).rejects.toMatchObject({ code: '23P01' });
    await publish('2020-02-15T00:00Z', '2020-03-01T00:00Z', ids.other, ids.othersRevision);
  });

  test('end after they began', async () => {
    await expect(publish('2021-02-01T00:00Z', '2021-01-01T00:00Z')).rejects.toMatchObject({
      constraint_name: 'publications_order',
    });
  });

  test('are never of a stub', async () => {
    await expect(publish('2022-01-01T00:00Z', null, ids.stub, ids.stubsRevision)).rejects.toMatchObject({
      code: '23514',
    });
  });

  test('show a revision of their own story', async () => {
    await expect(publish('2022-01-01T00:00Z', null, ids.article, ids.othersRevision)).rejects.toMatchObject({
      code: '23503',
    });
  });

  test('are history once they took effect: neither rewritten nor removed nor brought back, by the owner either', async () => {
    const [past] = await publish('2023-01-01T00:00Z', '2023-02-01T00:00Z');
    const [now] = await publish('2024-01-01T00:00Z', null);
    for (const attempt of [
      owner`delete from publications where id = ${past?.id}`,
      owner`update publications set slug = 'b' where id = ${now?.id}`,
      owner`update publications set date_is = 'copied' where id = ${now?.id}`,
      owner`update publications set first_published_at = now() where id = ${now?.id}`,
      owner`update publications set effective_to = null where id = ${past?.id}`,
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: '23001' });
    }
    await owner`update publications set effective_to = now(), embargo_until = now() where id = ${now?.id}`;
  });

  test('that are still to come can be changed and given up', async () => {
    const [planned] = await publish('2999-01-01T00:00Z', null);
    await owner`update publications set effective_from = '2998-01-01' where id = ${planned?.id}`;
    await owner`delete from publications where id = ${planned?.id}`;
  });
});

test('sections are a tree: one that is moved below itself is refused, however far below', async () => {
  const made = await owner`
    insert into sections (slug, name) values ('top', 'Top'), ('middle', 'Middle'), ('leaf', 'Leaf') returning id`;
  const [top, middle, leaf] = made.map(({ id }) => id as string) as [string, string, string];
  await owner`update sections set parent_id = ${top} where id = ${middle}`;
  await owner`update sections set parent_id = ${middle} where id = ${leaf}`;
  await expect(owner`update sections set parent_id = ${leaf} where id = ${top}`).rejects.toMatchObject({
    constraint_name: 'sections_no_circle',
  });
  await owner`update sections set parent_id = ${top} where id = ${leaf}`;
});

test.each([
  ["insert into sections (slug, name) values ('world', 'Twice')", 'sections_slug_unique'],
  ["insert into sections (slug, name) values ('a/b', 'Slash')", 'sections_slug_shape'],
  ["insert into tags (slug, name) values ('', 'Empty')", 'tags_slug_shape'],
  ["insert into bylines (handle, name) values ('a b', 'Space')", 'bylines_handle_shape'],
  ["insert into redirects (path, target) values ('/a', '/a')", 'redirects_lead_elsewhere'],
  ["insert into redirects (path, target) values ('/a', 'javascript:x')", 'redirects_paths'],
  ['insert into tallies (article_id, votes) select id, -1 from articles limit 1', 'tallies_not_negative'],
  ['insert into related (article_id, position, related_id) select id, 0, id from articles', 'related_not_itself'],
  ['update sections set parent_id = id', 'sections_not_own_parent'],
])('the database refuses: %s', async (statement, constraint) => {
  await expect(owner.unsafe(statement)).rejects.toMatchObject({ constraint_name: constraint });
});

test.each([
  ['revisions_kind', articleKinds],
  ['articles_state', articleStates],
  ['users_role', roles],
  ['invitations_role', roles],
  ['pins_place', pinPlaces],
  ['media_renditions_format', renditionFormats],
  ['vote_events_intent', voteEventKinds],
  ['vote_quarantines_decision', quarantineDecisions],
  ['purges_kind', purgeKinds],
  ['publications_date_is', dateMeanings],
])('the words that %s lets in are those of the vocabulary', async (constraint, words) => {
  const [row] = await owner<{ rule: string }[]>`
    select pg_get_constraintdef(oid) as rule from pg_constraint where conname = ${constraint}`;
  const known = [...(row?.rule ?? '').matchAll(/'([^']*)'/g)].map(([, word]) => word);
  expect(known.sort()).toEqual([...words].sort());
});
