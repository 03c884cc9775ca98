import type { Result } from '#lib/result.ts';

/** What a form of the desk says when its work is done, and where it goes then; it stays where it is without `to`. */
export interface Done {
  readonly message: string;
  readonly to?: string;
}

export type DoneResult = Result<Done>;

/** A Server Action as `ActionForm` calls it. */
export type FormAction = (state: DoneResult | null, form: FormData) => Promise<DoneResult>;
