import type { Crop, Picture } from '#features/media/dto.ts';
import type { ArticleKind, Canonical, DateMeaning } from '#lib/vocabulary.ts';

/** A name and where it leads. */
export interface Link {
  readonly name: string;
  readonly href: string;
}

/** A public story as lists show it. `href` is its address on the site, percent-encoded. */
export interface ArticleCard {
  readonly id: string;
  readonly href: string;
  readonly kind: ArticleKind;
  readonly headline: string;
  readonly kicker: string;
  readonly standfirst: string;
  readonly language: string;
  readonly section: Link & { readonly id: string };
  /** Orders lists. Only where `dateIs` says 'original' may it be shown as the date of publication. */
  readonly publishedAt: Date;
  /** 'copied' where only the day of copying is known, which is later than the publication. */
  readonly dateIs: DateMeaning;
  /** The last change of substance, if there was one. */
  readonly updatedAt: Date | null;
  readonly picture: Picture | null;
}

/** A dated public note on what was wrong in a story. */
export interface Correction {
  readonly id: string;
  readonly text: string;
  readonly issuedAt: Date;
}

/** A public story that says the same in another language. */
export interface Translation {
  readonly language: string;
  readonly href: string;
  readonly headline: string;
  readonly publishedAt: Date;
  /** Whether search engines are to find it at its own address. */
  readonly isCanonical: boolean;
}

/** A public story as its own page shows it. */
export interface ArticleDetail extends ArticleCard {
  readonly revisionId: string;
  /** An image made of its words, for other sites; null where the picture serves, and off its page. */
  readonly social: Crop | null;
  /** From the top of the section tree down to the story's own section. */
  readonly trail: readonly Link[];
  readonly bylines: readonly Link[];
  readonly tags: readonly (Link & { readonly id: string })[];
  readonly datelinePlace: string;
  readonly sourceAgency: string;
  readonly sourceUrl: string | null;
  readonly licence: string;
  readonly canonical: Canonical;
  readonly bodyHtml: string;
  readonly wordCount: number;
  /** The newest first. */
  readonly corrections: readonly Correction[];
  /** By language; none of them is in the story's own. */
  readonly translations: readonly Translation[];
  readonly archived: boolean;
  /** Views by people, at the time of rendering. */
  readonly views: number;
  /** The ledger's count, and apart from it what was counted elsewhere before the story came here. */
  readonly votes: number;
  readonly importedVotes: number;
}

/** What stands at an address of a story. */
export type ArticleAtAddress =
  | { readonly found: 'article'; readonly article: ArticleDetail }
  | { readonly found: 'moved'; readonly href: string }
  | { readonly found: 'gone' }
  | { readonly found: 'nothing' };

/** One page of a list, newest first, with the cursors of its neighbours. */
export interface CardPage {
  readonly cards: readonly ArticleCard[];
  readonly older: string | null;
  readonly newer: string | null;
}

/** A recommended story and why it is recommended. */
export interface Recommendation {
  readonly card: ArticleCard;
  readonly reason: 'pinned' | 'co_read' | 'read' | 'related' | 'new';
  /** The name of the section that the reason speaks of. */
  readonly section: string;
}

/** A story in the ranking; `views` are those of the ranking's window. */
export interface RankedCard {
  readonly card: ArticleCard;
  readonly views: number;
}
