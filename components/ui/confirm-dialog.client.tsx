'use client';
import { AlertDialog } from '@base-ui/react/alert-dialog';
import { type ReactElement, type ReactNode, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { say } from '#lib/desk-words.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly text?: ReactNode;
  /** The verb of what is asked, such as 'Delete'. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly trigger?: ReactElement<Record<string, unknown>>;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** The dialog closes when this is done; false keeps it open. */
  readonly onConfirm: () => Promise<unknown> | unknown;
  readonly children?: ReactNode;
}

/** Asks before something that cannot easily be taken back. Only an answer closes it. */
export function ConfirmDialog({
  title,
  text,
  confirm,
  danger,
  trigger,
  onConfirm,
  children,
  ...control
}: ConfirmDialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, start] = useTransition();
  const open = control.open ?? ownOpen;
  const setOpen = (next: boolean) => {
    setOwnOpen(next);
    control.onOpenChange?.(next);
  };
  const answer = () =>
    start(async () => {
      if ((await onConfirm()) !== false) setOpen(false);
    });
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      {trigger && <AlertDialog.Trigger render={trigger} />}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="overlay-backdrop" />
        <AlertDialog.Popup className="dialog">
          <AlertDialog.Title className="dialog-title">{title}</AlertDialog.Title>
          {text && <AlertDialog.Description className="dialog-text">{text}</AlertDialog.Description>}
          {children}
          <div className="dialog-foot">
            <AlertDialog.Close render={<Button />}>{say('shell.cancel')}</AlertDialog.Close>
            <Button look={danger ? 'danger' : 'primary'} disabled={pending} onClick={answer}>
              {confirm}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
