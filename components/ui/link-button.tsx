import Link from 'next/link';
import type { ComponentProps } from 'react';
import type { ButtonLook } from '#components/ui/button.tsx';

interface LinkButtonProps extends ComponentProps<typeof Link> {
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'small';
  readonly shape?: 'words' | 'icon';
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({
  look = 'quiet',
  size = 'normal',
  shape = 'words',
  className = '',
  ...rest
}: LinkButtonProps) {
  return (
    <Link
      prefetch={false}
      data-look={look}
      data-size={size}
      data-shape={shape}
      {...rest}
      className={`btn ${className}`}
    />
  );
}
