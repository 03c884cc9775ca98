import { type ComponentProps, useId } from 'react';
import { boundTo, FieldFrame, type FieldFrameProps } from '#components/ui/field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends FieldFrameProps, Omit<ComponentProps<'select'>, 'children'> {
  readonly options: readonly SelectOption[];
}

/** A labelled choice of one, by the browser's own list: phones, keyboards and screen readers know it. */
export function Select({ label, hint, error, note, id, options, className = '', ...rest }: SelectProps) {
  const own = useId();
  const frame = { label, hint, error, note, id: id ?? own };
  return (
    <FieldFrame {...frame}>
      <select {...rest} {...boundTo(frame)} className={`input ${className}`}>
        {options.map(({ value, label: name, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
