'use client';
import { tell } from '#components/desk/person-actions.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';

type Act = (input: { invitationId: string }) => Promise<Result<unknown>>;

interface InvitationActionsProps {
  readonly invitation: { readonly id: string; readonly email: string };
  /** Whether mails leave the site; else they are kept for an admin to pass on. */
  readonly mailed: boolean;
  readonly resend: Act;
  readonly withdraw: Act;
}

/** What an admin can do about an invitation that waits. */
export function InvitationActions({
  invitation: { id: invitationId, email },
  mailed,
  resend,
  withdraw,
}: InvitationActionsProps) {
  return (
    <div className="flex justify-end gap-2">
      <Button
        size="small"
        aria-label={say(mailed ? 'account.invitations.resendTo' : 'account.invitations.renewFor', { email })}
        onClick={() =>
          void tell(
            resend({ invitationId }),
            say(mailed ? 'account.invitations.resent' : 'account.invitations.renewed', { email }),
          )
        }
      >
        {say(mailed ? 'account.invitations.resend' : 'account.invitations.renew')}
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
