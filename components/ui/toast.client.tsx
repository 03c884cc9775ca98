'use client';
import { Toaster as Sonner, toast as sonner } from 'sonner';
import { say } from '#lib/desk-words.ts';

/** Says in a corner that something is done or went wrong; screen readers hear it. */
export const toast = {
  done: (message: string) => sonner.success(message),
  failed: (message: string) => sonner.error(message, { duration: 8000 }),
  note: (message: string) => sonner(message),
} as const;

/** Where toasts appear: once, in the desk's layout. */
export function Toaster() {
  return (
    <Sonner
      theme="system"
      position="bottom-right"
      containerAriaLabel={say('shell.messages')}
      closeButton
      toastOptions={{ closeButtonAriaLabel: say('shell.close') }}
      className="toaster"
    />
  );
}
