'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

interface DialogProps {
  readonly title: string;
  readonly text?: ReactNode;
  /** What opens it; without one, `open` decides. */
  readonly trigger?: ReactElement<Record<string, unknown>>;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly width?: 'normal' | 'wide';
  /** Where the focus goes when it closes; null, or without it, to where it came from. */
  readonly focusAfter?: () => HTMLElement | null;
  readonly children?: ReactNode;
}

/** A window over the page that keeps the focus until it is closed (by its button, Escape or a press beside it). */
export function Dialog({
  title,
  text,
  trigger,
  open,
  onOpenChange,
  width = 'normal',
  focusAfter,
  children,
}: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="overlay-backdrop" />
        <Base.Popup className="dialog" data-width={width} finalFocus={() => focusAfter?.() ?? true}>
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close render={<Button look="plain" size="small" shape="icon" aria-label={say('shell.close')} />}>
              <Icon name="close" />
            </Base.Close>
          </div>
          {text && <Base.Description className="dialog-text">{text}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button inside a dialog that closes it. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Base.Close render={<Button />}>{children}</Base.Close>;
}
