'use client';
import { useAct } from '#components/desk/use-act.ts';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.client.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';

interface DeleteButtonProps {
  readonly title: string;
  readonly text: string;
  /** Deletes it; the thing's id is bound to it. */
  readonly remove: () => Promise<DoneResult>;
}

/** Asks, and deletes. */
export function DeleteButton({ title, text, remove }: DeleteButtonProps) {
  const { act } = useAct();
  return (
    <ConfirmDialog
      danger
      title={title}
      text={text}
      confirm={say('shell.delete')}
      onConfirm={() => act(remove)}
      trigger={
        <Button look="danger" className="ms-auto">
          <Icon name="remove" />
          {say('shell.delete')}
        </Button>
      }
    />
  );
}
