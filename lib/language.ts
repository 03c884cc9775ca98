/**
 * Whether text is a well-formed language tag (BCP 47), which alone `Intl` takes without throwing, and begins with a code of
 * two or three letters: longer ones are well formed too, but none is registered, and people mean a language's name.
 */
export function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length <= 3;
  } catch {
    return false;
  }
}

/** How a piece of text is marked in HTML when its language differs from that around it. */
export interface LanguageMark {
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
}

/** The direction in which a language (BCP 47) is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language) as Intl.Locale & { getTextInfo(): { direction: 'ltr' | 'rtl' } };
  return locale.getTextInfo().direction;
}

/** `lang` and `dir` for text inside text of another language; nothing where neither differs. */
export function languageMark(language: string, around: string): LanguageMark {
  if (language === around) return {};
  const direction = directionOf(language);
  return direction === directionOf(around) ? { lang: language } : { lang: language, dir: direction };
}
