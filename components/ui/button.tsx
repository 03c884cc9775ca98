import type { ComponentProps } from 'react';

export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  /** One primary button a view; `quiet` is the usual one, `plain` has no edge. */
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'small';
  /** A button with nothing but an icon in it needs an `aria-label`. */
  readonly shape?: 'words' | 'icon';
}

/** A button of the desk. It submits nothing unless its `type` says so. */
export function Button({ look = 'quiet', size = 'normal', shape = 'words', className = '', ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      data-look={look}
      data-size={size}
      data-shape={shape}
      {...rest}
      className={`btn ${className}`}
    />
  );
}
