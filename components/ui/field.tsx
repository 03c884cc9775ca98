import { type ComponentProps, type ReactNode, useId } from 'react';
import { problemSentence } from '#lib/problem-sentence.ts';

export interface FieldFrameProps {
  readonly label: string;
  /** What the label does not say, under the input. */
  readonly hint?: ReactNode;
  /** What is wrong with what was entered: a sentence, or words that follow the label (`problemSentence`). */
  readonly error?: string | undefined;
  /** Said after the label: that the field may stay empty, how much room is left. */
  readonly note?: ReactNode;
}

type FieldProps = FieldFrameProps & ComponentProps<'input'>;

/** A labelled input of one line, with its hint and its error bound to it. */
export function Field({ label, hint, error, note, id, className = '', ...input }: FieldProps) {
  const own = useId();
  const frame = { label, hint, error, note, id: id ?? own };
  return (
    <FieldFrame {...frame}>
      <input {...input} {...boundTo(frame)} className={`input ${className}`} />
    </FieldFrame>
  );
}

/** The label, hint and error around a control that has `boundTo` of the same. */
export function FieldFrame({
  label,
  hint,
  error,
  note,
  id,
  children,
}: FieldFrameProps & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label} {note && <span className="field-note font-normal">{note}</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {problemSentence(label, error)}
        </p>
      )}
    </div>
  );
}

/** The attributes by which a control belongs to its label, hint and error. */
export function boundTo({ id, hint, error }: Pick<FieldFrameProps, 'hint' | 'error'> & { id: string }) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined } as const;
}
