import type { PinStanding } from '#features/pin/model.ts';

/** A pinned story as a line of its place; its times as a form's field writes them, by the site's clocks. */
export interface PinRow {
  readonly articleId: string;
  readonly headline: string;
  readonly standing: PinStanding;
  readonly startsAt: string;
  readonly endsAt: string;
  /** From when to when, in words; empty for always. */
  readonly when: string;
}
