'use client';
import { createContext, useContext, useState } from 'react';

interface Problems {
  /** What is wrong with which field, by its name, as long as nobody has changed it. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether all that is wrong is said beside a field. */
  readonly marked: boolean;
  /** Whether all that was wrong has been changed since. */
  readonly mended: boolean;
  /** Called with what a form sends. */
  readonly remember: (sent: FormData) => void;
  /** Called when somebody changes a field: what was wrong with it may be so no more. */
  readonly forget: (name: string) => void;
  /** For the form itself: the fields that tell of their changes need say nothing. */
  readonly onInput: (event: { readonly target: EventTarget }) => void;
}

const none = { fields: {}, forget: () => undefined };
const Context = createContext<Pick<Problems, 'fields' | 'forget'>>(none);

export const FieldProblems = Context.Provider;

/** What was wrong with a field when its form was last sent, and how it is said that it was changed. */
export function useFieldProblem(name: string): { problem: string | undefined; forget: () => void } {
  const { fields, forget } = useContext(Context);
  return { problem: fields[name], forget: () => forget(name) };
}

/** What a form's last answer says of its fields: `wrong` by the field's name. Each answer is an object of its own. */
export function useFieldProblems(answer: object | null, wrong: Readonly<Record<string, string>> = {}): Problems {
  const [sent, setSent] = useState<ReadonlySet<string> | null>(null);
  const [changed, setChanged] = useState<{ since: object | null; names: ReadonlySet<string> }>(nothingChanged);
  const names = changed.since === answer ? changed.names : nothingChanged.names;
  const all = Object.entries(wrong);
  const forget = (name: string) => setChanged({ since: answer, names: new Set([...names, name]) });
  return {
    fields: Object.fromEntries(all.filter(([name]) => !names.has(name))),
    // Without a script nobody knows what was sent, and the fields of a form bear what a command calls them.
    marked: all.length > 0 && all.every(([name]) => !sent || sent.has(name)),
    mended: all.length > 0 && all.every(([name]) => names.has(name)),
    remember: (form) => setSent(new Set(form.keys())),
    forget,
    onInput: ({ target }) => 'name' in target && forget(String(target.name)),
  };
}

const nothingChanged = { since: null, names: new Set<string>() };
