/** The longest query that is read, in characters. */
export const longestQuery = 200;

/** A query's words and phrases, and apart from them what no result may have (`-word`, `-"a phrase"`, without the sign). */
export function readQuery(query: string): { wanted: string; excluded: string[] } {
  const parts = query.match(/-?"[^"]*"?|\S+/g) ?? [];
  const isExclusion = (part: string) => part.length > 1 && part.startsWith('-');
  return {
    wanted: parts.filter((part) => !isExclusion(part)).join(' '),
    excluded: parts.filter(isExclusion).map((part) => part.slice(1)),
  };
}

/** Postgres text search configurations by primary language; what is not here is searched word by word, unstemmed. */
const configurations: Record<string, string> = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  nb: 'norwegian',
  ne: 'nepali',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** The text search configuration for a BCP 47 language tag. */
export function searchConfigurationFor(language: string): string {
  return configurations[language.toLowerCase().split('-')[0] ?? ''] ?? 'simple';
}
