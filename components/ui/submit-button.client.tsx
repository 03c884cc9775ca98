'use client';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from '#components/ui/button.tsx';

/** The button that sends its form; it cannot be pressed twice while the answer is under way. */
export function SubmitButton({ look = 'primary', children, ...rest }: ButtonProps) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      look={look}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...rest}
    >
      {children}
    </Button>
  );
}
