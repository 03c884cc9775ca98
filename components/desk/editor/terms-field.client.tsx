'use client';
import { useRef, useState } from 'react';
import { Combobox, type ComboboxItem } from '#components/ui/combobox.client.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { Choosable } from '#features/draft/dto.ts';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';

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

const toItem = ({ id, name }: Choosable): ComboboxItem => ({ value: id, label: name });
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
  const learn = (terms: readonly Choosable[]) =>
    setNames((before) => new Map([...before, ...terms.map(({ id, name }) => [id, name] as const)]));

  function search(text: string) {
    clearTimeout(timer.current);
    setSearching(true);
    timer.current = setTimeout(async () => {
      const result = await find(text);
      setSearching(false);
      const terms = result.ok ? result.data : [];
      learn(terms);
      setFound([...terms.map(toItem), ...offerNew(text, terms, add !== undefined)]);
    }, pause);
  }
  async function choose(items: ComboboxItem[]) {
    const chosen = items.filter(({ value }) => !value.startsWith(fresh)).map(({ value }) => value);
    const wanted = items.find(({ value }) => value.startsWith(fresh));
    if (!wanted || !add) return onChange(chosen);
    const made = await add(wanted.value.slice(fresh.length));
    if (!made.ok) return void toast.failed(made.error.message);
    learn([made.data]);
    return onChange([...chosen, made.data.id]);
  }
  return (
    <Combobox
      {...{ id, label, disabled }}
      hint={hint}
      items={found}
      value={ids.map((id) => ({ value: id, label: names.get(id) ?? say('editor.unknownTerm') }))}
      onChange={(items) => void choose(items)}
      onSearch={search}
      searching={searching}
    />
  );
}

function offerNew(text: string, found: readonly Choosable[], mayAdd: boolean): ComboboxItem[] {
  const name = text.trim();
  const isThere = found.some((term) => term.name.toLowerCase() === name.toLowerCase());
  return mayAdd && name !== '' && !isThere
    ? [{ value: `${fresh}${name}`, label: say('editor.addTerm', { name }) }]
    : [];
}
