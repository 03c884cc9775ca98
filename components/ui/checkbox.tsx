import { type ComponentProps, type ReactNode, useId } from 'react';

/** A box to tick, with its words beside it. */
export function Checkbox({ label, id, ...rest }: { label: ReactNode } & Omit<ComponentProps<'input'>, 'type'>) {
  const own = useId();
  return (
    <span className="check">
      <input type="checkbox" {...rest} id={id ?? own} />
      <label htmlFor={id ?? own}>{label}</label>
    </span>
  );
}
