'use client';
import { tell } from '#components/desk/person-actions.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';

type Act = (input: { invitationId: string }) => Promise<Result<unknown>>;

interface InvitationActionsProps {
  readonly invitation: { readonly id: string; readonly email: string };
  readonly resend: Act;
  readonly withdraw: Act;
}

/** What an admin can do about an invitation that waits. */
export function InvitationActions({
  invitation: { id: invitationId, email },
  resend,
  withdraw,
}: InvitationActionsProps) {
  return (
    <div className="flex justify-end gap-2">
      <Button
        size="small"
        aria-label={say('account.invitations.resendTo', { email })}
        onClick={() => void tell(resend({ invitationId }), say('account.invitations.resent', { email }))}
      >
        {say('account.invitations.resend')}
      </Button>
      <Button
        size="small"
        aria-label={say('account.invitations.withdrawFor', { email })}
        onClick={() => void tell(withdraw({ invitationId }), say('account.invitations.withdrawn', { email }))}
      >
        {say('account.invitations.withdraw')}
      </Button>
    </div>
  );
}
