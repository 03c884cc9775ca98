'use client';
import { useRef, useState } from 'react';
import { Combobox, type ComboboxItem } from '#components/ui/combobox.client.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { Choosable } from '#features/draft/dto.ts';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';
import { atEnter, offered, type TermChoice } from './term-choice.ts';

interface TermsFieldProps {
  readonly id: string;
  readonly label: string;
  readonly disabled: boolean;
  readonly hint?: string;
  readonly ids: readonly string[];
  /** Those whose names the page knows already. */
  readonly known: readonly Choosable[];
  readonly find: (text: string) => Promise<Result<Choosable[]>>;
  /** Makes a new one of what was typed, where this person may. */
  readonly add?: ((name: string) => Promise<Result<Choosable>>) | undefined;
  readonly onChange: (ids: string[]) => void;
}

/** Stands in the list for a term that is yet to be made. */
const fresh = 'new:';
/** Milliseconds without a key pressed before the server is asked. */
const pause = 200;

/** Tags or people, chosen by typing, in the order in which they were chosen. */
export function TermsField({ id, label, disabled, hint, ids, known, find, add, onChange }: TermsFieldProps) {
  const [names, setNames] = useState(() => new Map(known.map(({ id, name }) => [id, name])));
  const [found, setFound] = useState<readonly ComboboxItem[]>([]);
  const [searching, setSearching] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef('');
  // While the server is asked, others may be taken off the list.
  const newest = useRef({ ids, onChange });
  newest.current = { ids, onChange };
  const learn = (terms: readonly Choosable[]) =>
    setNames((before) => new Map([...before, ...terms.map(({ id, name }) => [id, name] as const)]));

  async function lookUp(text: string): Promise<readonly Choosable[] | null> {
    const result = await find(text).catch(() => null);
    if (result?.ok) learn(result.data);
    return result?.ok ? result.data : null;
  }
  function search(text: string) {
    typed.current = text;
    clearTimeout(timer.current);
    setSearching(true);
    // What was found for other letters cannot be taken by mistake.
    setFound((before) => before.filter(({ value, label }) => !value.startsWith(fresh) && fits(label, text)));
    timer.current = setTimeout(async () => {
      const terms = await lookUp(text);
      if (typed.current !== text) return;
      setSearching(false);
      setFound(terms ? offered(text, terms, add !== undefined).map(toItem) : []);
    }, pause);
  }
  async function choose(items: ComboboxItem[]) {
    const chosen = items.filter(({ value }) => !value.startsWith(fresh)).map(({ value }) => value);
    const wanted = items.find(({ value }) => value.startsWith(fresh));
    if (wanted) await make(wanted.value.slice(fresh.length));
    else onChange(chosen);
  }
  async function enter(text: string): Promise<boolean> {
    const terms = await lookUp(text);
    if (!terms) toast.failed(say('editor.noAnswer'));
    const choice = terms && atEnter(text, terms, add !== undefined);
    if (!choice || typed.current !== text) return false;
    if (choice.kind === 'new') return make(choice.name);
    append(choice.term.id);
    return true;
  }
  async function make(name: string): Promise<boolean> {
    const made = await add?.(name).catch(() => null);
    if (!made?.ok) {
      toast.failed(made?.error.message ?? say('editor.noAnswer'));
      return false;
    }
    learn([made.data]);
    append(made.data.id);
    return true;
  }
  function append(termId: string) {
    const { ids, onChange } = newest.current;
    if (!ids.includes(termId)) onChange([...ids, termId]);
  }
  return (
    <Combobox
      {...{ id, label, disabled }}
      hint={hint}
      items={found}
      value={ids.map((id) => ({ value: id, label: names.get(id) ?? say('editor.unknownTerm') }))}
      onChange={(items) => void choose(items)}
      onSearch={search}
      onEnter={enter}
      searching={searching}
    />
  );
}

const toItem = (choice: TermChoice): ComboboxItem =>
  choice.kind === 'known'
    ? { value: choice.term.id, label: choice.term.name }
    : { value: `${fresh}${choice.name}`, label: say('editor.addTerm', { name: choice.name }) };

const fits = (name: string, text: string): boolean => name.toLowerCase().includes(text.trim().toLowerCase());
