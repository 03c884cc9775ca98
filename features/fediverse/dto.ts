import type { ActivityKind, DeliveryState } from '#lib/vocabulary.ts';

/** Somebody who is followed, as the desk lists them. */
export interface Followed {
  /** The byline's id; null for the site. */
  readonly bylineId: string | null;
  readonly name: string;
  /** As it is looked for elsewhere, such as `@kim@news.example`. */
  readonly account: string;
  readonly followers: number;
}

/** What was sent to one inbox, with the answer. */
export interface DeliveryLine {
  readonly activityId: string;
  readonly inbox: string;
  readonly host: string;
  readonly kind: ActivityKind;
  /** Who said it; null for the site. */
  readonly byline: string | null;
  /** The story that it is about, if it is about one. */
  readonly story: { readonly id: string; readonly headline: string } | null;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly status: number | null;
  /** The first words of the answer; without a status, the reason why there was none. */
  readonly answer: string;
  readonly changedAt: Date;
}
