import { formText } from '#lib/form-text.ts';
import type { Result } from '#lib/result.ts';

/** What a form that was refused shows again: the sentence, what is wrong with which field, and what was typed. */
export interface FormState {
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** The state of a form after a refusal. Of what was typed it keeps the named fields: never a password. */
export function refusedForm(result: Result<unknown>, form: FormData, kept: readonly string[]): FormState | null {
  if (result.ok) return null;
  const { message, fields = {} } = result.error;
  return { message, fields, values: Object.fromEntries(kept.map((name) => [name, formText(form, name)])) };
}
