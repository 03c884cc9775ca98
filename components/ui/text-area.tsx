import { type ComponentProps, useId } from 'react';
import { boundTo, FieldFrame, type FieldFrameProps } from '#components/ui/field.tsx';

/** A labelled input of several lines, which grows with its text. */
export function TextArea({
  label,
  hint,
  error,
  note,
  id,
  className = '',
  ...rest
}: FieldFrameProps & ComponentProps<'textarea'>) {
  const own = useId();
  const frame = { label, hint, error, note, id: id ?? own };
  return (
    <FieldFrame {...frame}>
      <textarea rows={3} {...rest} {...boundTo(frame)} className={`input ${className}`} />
    </FieldFrame>
  );
}
