'use client';
import { tell } from '#components/desk/person-actions.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.client.tsx';
import type { withdrawCorrectionAction } from '#features/correction/actions.ts';
import { say } from '#lib/desk-words.ts';

interface WithdrawCorrectionProps {
  readonly articleId: string;
  readonly correctionId: string;
  /** When it was issued, as the list shows it. */
  readonly when: string;
  readonly withdraw: typeof withdrawCorrectionAction;
}

/** Takes a correction back, after a question. */
export function WithdrawCorrection({ articleId, correctionId, when, withdraw }: WithdrawCorrectionProps) {
  return (
    <ConfirmDialog
      title={say('correction.withdrawOf', { when })}
      text={say('correction.withdrawText')}
      confirm={say('correction.withdraw')}
      danger
      trigger={
        <Button size="small" aria-label={say('correction.withdrawOf', { when })}>
          {say('correction.withdraw')}
        </Button>
      }
      onConfirm={() => tell(withdraw({ articleId, correctionId }), say('correction.withdrawn'))}
    />
  );
}
