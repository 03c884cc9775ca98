import type { PingChannel, PingState } from '#lib/vocabulary.ts';

/** What somebody outside was told, and what came back, as the desk shows it. */
export interface PingLine {
  readonly id: string;
  readonly channel: PingChannel;
  /** The host that is told. */
  readonly host: string;
  readonly state: PingState;
  readonly count: number;
  readonly accepted: number;
  readonly attempts: number;
  readonly status: number | null;
  readonly problem: string | null;
  readonly openedAt: Date;
  readonly answeredAt: Date | null;
}
