'use client';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { say } from '#lib/desk-words.ts';

interface SessionDialogProps {
  /** Whether this browser keeps the words meanwhile. */
  readonly isKept: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Shown when the session has ended under somebody's hands: the words stay, and saving goes on after signing in. */
export function SessionDialog({ isKept, onRetry, onClose }: SessionDialogProps) {
  return (
    <Dialog
      title={say('editor.session.title')}
      text={`${say(isKept ? 'editor.save.kept' : 'editor.save.notKept')} ${say('editor.session.text')}`}
      open
      onOpenChange={onClose}
    >
      <div className="dialog-foot">
        <Button onClick={onRetry}>{say('editor.session.retry')}</Button>
        <a href="/desk/sign-in?to=/desk/account" target="_blank" rel="noopener" className="btn" data-look="primary">
          {say('editor.session.signIn')}
        </a>
      </div>
    </Dialog>
  );
}
