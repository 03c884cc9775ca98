import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import { database } from '#db/client.ts';
import { revisions } from '#db/schema/article.ts';
import type { ArticleCard } from '#features/article/dto.ts';
import type { SearchResult } from '#features/search/dto.ts';
import { readQuery } from '#features/search/model.ts';
import { cutSnippet, markWords, type WordedText, wordedText } from '#features/search/model-snippet.ts';
import { wordsIn } from '#features/search/model-words.ts';
import type { Ranked } from '#features/search/queries-window.ts';

/** So much of a body is read for its snippet, in characters. */
const longestBody = 40_000;

/** The stories with the words marked that were asked for, and a piece of each in which they stand. */
export async function withSnippets(
  cards: readonly ArticleCard[],
  { ranked, query, configuration }: { ranked: readonly Ranked[]; query: string; configuration: string },
): Promise<SearchResult[]> {
  const bodies = await bodiesOf(ranked.map(({ revisionId }) => revisionId));
  const bodyOf = new Map(ranked.map(({ articleId, revisionId }) => [articleId, bodies.get(revisionId) ?? '']));
  const worded = cards.map((card) => ({
    card,
    headline: wordedText(card.headline),
    standfirst: wordedText(card.standfirst),
    body: wordedText(bodyOf.get(card.id) ?? ''),
  }));
  const texts = worded.flatMap(({ headline, standfirst, body }) => [headline, standfirst, body]);
  const hits = await wordsAskedFor(texts, readQuery(query).wanted, configuration);
  const isHit = (word: string) => hits.has(word.toLowerCase());
  return worded.map(({ card, standfirst, body }) => {
    const found = (text: WordedText) => {
      const snippet = cutSnippet(text, isHit);
      return snippet.length > 0 ? snippet : null;
    };
    return {
      card,
      headline: markWords(card.headline, isHit),
      snippet: found(standfirst) ?? found(body) ?? markWords(card.standfirst, () => false),
    };
  });
}

async function bodiesOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database()
    .select({ id: revisions.id, body: sql<string>`left(${revisions.bodyText}, ${longestBody})` })
    .from(revisions)
    .where(inArray(revisions.id, [...ids]));
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/**
 * The words of these texts, in lower case, of which one in some form was asked for, as the language has forms. Forms of a
 * word begin alike: Postgres is asked of those alone.
 */
async function wordsAskedFor(
  texts: readonly WordedText[],
  wanted: string,
  configuration: string,
): Promise<ReadonlySet<string>> {
  const beginning = (word: string) => word.slice(0, 2).toLowerCase();
  const asked = [...wordsIn(wanted)].map(({ word }) => word);
  const beginnings = new Set(asked.map(beginning));
  const candidates = new Set<string>();
  for (const { words } of texts) {
    for (const { word } of words) if (beginnings.has(beginning(word))) candidates.add(word.toLowerCase());
  }
  if (candidates.size === 0) return candidates;
  const rows = await database().execute<{ word: string }>(sql`
    select word from jsonb_array_elements_text(${JSON.stringify([...candidates])}::jsonb) word
    where to_tsvector(${configuration}::regconfig, word) @@ (
      select string_agg(quote_literal(lexeme), ' | ')::tsquery
      from unnest(to_tsvector(${configuration}::regconfig, ${asked.join(' ')})))`);
  return new Set(rows.map(({ word }) => word));
}
