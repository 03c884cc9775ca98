import type postgres from 'postgres';
import { slugify } from '#features/article/slug.ts';
import { familyNames, givenNames, places, type SectionWords, sectionWords, type Topic } from './vocabulary.ts';

export interface SectionTerm {
  readonly id: string;
  readonly words: SectionWords;
  readonly topics: readonly TopicTerm[];
}

export interface TopicTerm {
  readonly tagId: string;
  readonly topic: Topic;
}

/** What stories are filed under, with the ids that the database has given. */
export interface Terms {
  /** A section for each place in the tree where stories go, commonest first. */
  readonly sections: readonly SectionTerm[];
  readonly placeTags: readonly { tagId: string; place: string }[];
  readonly bylineIds: readonly string[];
}

/** How many people write. */
const writers = 150;

/** Finds the sections, tags and people of generated stories, and makes those that are not there. */
export async function ensureTerms(sql: postgres.Sql): Promise<Terms> {
  return sql.begin(async (tx) => {
    const sectionIds = await ensureSections(tx);
    const tagIds = await ensureNamed(tx, 'tags', 'slug', [
      ...sectionWords.flatMap(({ topics }) => topics.map(({ name }) => name)),
      ...places,
    ]);
    const people = await ensureNamed(tx, 'bylines', 'handle', writerNames());
    return {
      sections: sectionTerms(sectionIds, tagIds),
      placeTags: places.map((place) => ({ place, tagId: idOf(tagIds, place) })),
      bylineIds: writerNames().map((name) => idOf(people, name)),
    };
  });
}

/** The sections of the tree's top, then those below, which have a topic or two each. */
function sectionTerms(sectionIds: ReadonlyMap<string, string>, tagIds: ReadonlyMap<string, string>): SectionTerm[] {
  const term = (name: string, words: SectionWords, wanted?: readonly string[]): SectionTerm => ({
    id: idOf(sectionIds, name),
    words,
    topics: words.topics
      .filter((topic) => wanted?.includes(topic.name) ?? true)
      .map((topic) => ({ topic, tagId: idOf(tagIds, topic.name) })),
  });
  return [
    ...sectionWords.map((words) => term(words.name, words)),
    ...sectionWords.flatMap((words) => Object.entries(words.parts).map(([name, wanted]) => term(name, words, wanted))),
  ];
}

async function ensureSections(tx: postgres.TransactionSql): Promise<ReadonlyMap<string, string>> {
  const roots = sectionWords.map(({ name }, position) => ({ slug: slugify(name), name, position }));
  await tx`insert into sections ${tx(roots)} on conflict (slug) do nothing`;
  const ids = await idsBy(tx, 'sections', 'slug');
  const parts = sectionWords.flatMap((words) =>
    Object.keys(words.parts).map((name, position) => ({
      slug: slugify(name),
      name,
      parent_id: idOf(ids, words.name),
      position,
    })),
  );
  await tx`insert into sections ${tx(parts)} on conflict (slug) do nothing`;
  return idsBy(tx, 'sections', 'slug');
}

async function ensureNamed(
  tx: postgres.TransactionSql,
  table: 'tags' | 'bylines',
  key: 'slug' | 'handle',
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = [...new Set(names)].map((name) => ({ [key]: slugify(name), name }));
  await tx`insert into ${tx(table)} ${tx(rows)} on conflict (${tx(key)}) do nothing`;
  return idsBy(tx, table, key);
}

async function idsBy(tx: postgres.TransactionSql, table: string, key: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ id: string; key: string }[]>`select id, ${tx(key)} as key from ${tx(table)}`;
  return new Map(rows.map((row) => [row.key, row.id]));
}

function idOf(ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(slugify(name));
  if (!id) throw new Error(`${name} was not found after it had been made.`);
  return id;
}

function writerNames(): string[] {
  return Array.from({ length: writers }, (_, index) => {
    const given = givenNames[index % givenNames.length];
    const family = familyNames[(index * 7 + Math.floor(index / givenNames.length)) % familyNames.length];
    return `${given} ${family}`;
  });
}
