import { en } from '#messages/en.ts';

type Plural = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string };

export type MessageKey = keyof typeof en;

/** A catalogue of another language has exactly the keys of the English one; which plural forms it has is its own matter. */
export type Catalogue = { readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural };

type AnyCatalogue = { readonly [key: string]: string | Plural };

type Values = Readonly<Record<string, string | number>>;

/** Says a message in the language of the interface. Numbers are written as that language writes them. */
export type Say<Key = MessageKey> = (key: Key, values?: Values) => string;

const catalogues: Readonly<Record<string, Catalogue>> = { en };

/** The words for a BCP 47 language: its own catalogue, that of its primary language, or the English one. */
export function wordsFor(language: string): Say {
  const known = spoken.get(language) ?? wordsOf(language);
  // A site speaks one language, or a few in its life; what else is asked for does not fill the memory.
  if (spoken.size < 100) spoken.set(language, known);
  return known;
}

const spoken = new Map<string, Say>();

function wordsOf(language: string): Say {
  const primary = new Intl.Locale(language).language;
  const known = catalogues[language] ?? catalogues[primary];
  return speak(known ?? en, known ? language : 'en');
}

/** Makes the function that reads from a catalogue. Throws on a placeholder that got no value: a mistake in a page. */
export function speak<From extends AnyCatalogue>(catalogue: From, language: string): Say<keyof From> {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = {}) => {
    const message = catalogue[key] as string | Plural;
    const pattern = typeof message === 'string' ? message : pick(message, plurals, values.count);
    return pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The message '${String(key)}' was not given its '${name}'.`);
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function pick(forms: Plural, plurals: Intl.PluralRules, count: string | number | undefined): string {
  return forms[plurals.select(Number(count))] ?? forms.other;
}
