import { z } from 'zod';
import { feedTexts } from '#features/feed/model.ts';
import { adsTxtProblem } from '#features/site/ads-txt.ts';
import { aiCrawlerChoices } from '#features/site/model-ai-crawlers.ts';
import { securityTxtProblem } from '#features/site/security-txt.ts';
import { isColour } from '#lib/accent.ts';
import { isLanguageTag } from '#lib/language.ts';
import { palette } from '#lib/palette.ts';

/** Words that are not empty. */
function words(most: number) {
  return z.string().trim().min(1, 'must not be empty').max(most, `must be at most ${most} characters long`);
}

/** One out of several. */
function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.string().pipe(z.enum(choices, `must be one of ${choices.join(', ')}`));
}

/** A file of text, of as many lines as one likes; '' where there is none. */
function file(most: number) {
  return z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), 'must be plain text')
    .refine((text) => text.length <= most, `must be at most ${most} characters long`);
}

/** What is off unless somebody wants it. */
export const switchChoices = ['off', 'on'] as const;

const notTimeZone = 'must be a time zone such as Europe/Berlin';
const notLine = 'must be one line without control characters';

const shape = {
  name: words(80),
  description: z.string().trim().max(300),
  /** IANA name; dates are shown in it and months begin in it. */
  timeZone: z.string().refine(isTimeZone, notTimeZone),
  /** BCP 47; of the interface, and of search. */
  language: z.string().refine(isLanguageTag, 'must be a language tag such as en, pt-BR or zh-Hans'),
  voteLabel: words(40),
  /** Hours after which a view counts half in the ranking of the day. */
  rankingHalfLife: z.coerce
    .number({ error: 'must be a number of hours' })
    .min(0.5, 'must be at least half an hour')
    .max(168, 'must be a week at most, which is 168 hours'),
  /** Of kickers, links and marks; on each paper it is brought to a lightness in which text can be read. */
  accent: z.string().trim().toLowerCase().refine(isColour, 'must be a colour such as #a01c22'),
  /** The id of the library's picture that stands for the site; '' for none. */
  logo: z
    .string()
    .trim()
    .refine((id) => id === '' || z.uuid().safeParse(id).success, 'must be a picture of the library'),
  /** What the crawlers of makers of language models may read; robots.txt tells them. */
  aiCrawlers: oneOf(aiCrawlerChoices),
  /** What feeds carry of each story. */
  feedText: oneOf(feedTexts),
  /** Whether the site tells language models of itself (https://llmstxt.org). */
  llmsTxt: oneOf(switchChoices),
  /** Who may sell the site's advertisements (IAB ads.txt). */
  adsTxt: file(50_000),
  /** Whom to tell of a weakness (RFC 9116). */
  securityTxt: file(10_000),
  /** Who made the site (https://humanstxt.org). */
  humansTxt: file(10_000),
  /** Whether the site and its authors can be followed from Mastodon and the like (ActivityPub). */
  fediverse: oneOf(switchChoices),
  /** Whether search engines are told of what changes (https://www.indexnow.org). */
  indexNow: oneOf(switchChoices),
  /** The hub that is told of feeds that change (WebSub); '' for none. */
  webSubHub: z
    .string()
    .trim()
    .refine((url) => url === '' || isWebAddress(url), 'must be an address such as https://hub.example/')
    // In ASCII, as a header names it.
    .transform((url) => URL.parse(url)?.href ?? ''),
};

const values = z.strictObject(shape, {
  error: (issue) =>
    issue.code === 'unrecognized_keys'
      ? `There is no such setting; there are ${Object.keys(shape).join(', ')}.`
      : undefined,
});

export type SiteSettings = z.output<typeof values>;

const defaults: SiteSettings = {
  name: 'Broadsheet',
  description: 'News, plainly.',
  timeZone: 'UTC',
  language: 'en',
  voteLabel: 'veryGood!',
  rankingHalfLife: 8,
  accent: palette.accent[0],
  logo: '',
  aiCrawlers: 'allowed',
  feedText: 'whole',
  llmsTxt: 'off',
  adsTxt: '',
  securityTxt: '',
  humansTxt: '',
  fediverse: 'off',
  indexNow: 'off',
  webSubHub: '',
};

export const settingNames = Object.keys(defaults) as (keyof SiteSettings)[];

/** The settings as kept, with the defaults for what nobody has changed. */
export const siteSettings = values.partial().transform((kept): SiteSettings => ({ ...defaults, ...kept }));

/**
 * What was set before still holds, but is not taken any more: offsets such as `+01:00`, which know no summer time, names
 * of several lines, and files that have run out or are not what they are called.
 */
export const changeSettingsInput = values
  .extend({
    name: shape.name.refine(isLine, notLine),
    voteLabel: shape.voteLabel.refine(isLine, notLine),
    adsTxt: shape.adsTxt.superRefine((text, { addIssue }) => {
      const problem = adsTxtProblem(text);
      if (problem) addIssue(problem);
    }),
    securityTxt: shape.securityTxt.superRefine((text, { addIssue }) => {
      const problem = text && securityTxtProblem(text, new Date());
      if (problem) addIssue(problem);
    }),
    timeZone: shape.timeZone.refine((name) => /^[A-Z]/i.test(name), notTimeZone),
  })
  .partial();

function isLine(text: string): boolean {
  return !/\p{Cc}/u.test(text);
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return /^https?:\/\/[^\s"<>]+$/.test(text) && Boolean(url?.hostname) && !(url?.username || url?.password);
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
