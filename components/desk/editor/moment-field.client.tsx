'use client';
import { useEffect, useRef } from 'react';
import { Field } from '#components/ui/field.tsx';
import { momentOf, zoneName } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';

interface MomentFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** As the field writes it, by the clocks of the site. */
  readonly value: string;
  readonly timeZone: string;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A day and time by the site's clocks, with the zone said. */
export function MomentField({ label, hint, value, timeZone, required, error, onChange }: MomentFieldProps) {
  const at = momentOf(value, timeZone) ?? new Date();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) show(input.current);
  }, [error]);
  return (
    <Field
      ref={input}
      type="datetime-local"
      label={label}
      note={say('editor.inZone', { zone: zoneName(timeZone, at) })}
      hint={hint}
      error={error}
      value={value}
      required={required}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Leads to a field that is to be mended, which may stand among what is folded away. */
function show(input: HTMLInputElement | null): void {
  const fold = input?.closest('details');
  if (fold) fold.open = true;
  input?.focus();
}
