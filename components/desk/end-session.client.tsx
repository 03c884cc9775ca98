'use client';
import { tell } from '#components/desk/person-actions.client.tsx';
import { Button } from '#components/ui/button.tsx';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';

interface EndSessionProps {
  readonly sessionId: string;
  readonly browser: string;
  readonly end: (input: { sessionId: string }) => Promise<Result<unknown>>;
}

/** Signs out one of the own browsers. */
export function EndSession({ sessionId, browser, end }: EndSessionProps) {
  return (
    <Button
      size="small"
      aria-label={say('account.own.endOf', { browser })}
      onClick={() => void tell(end({ sessionId }), say('account.own.ended'))}
    >
      {say('account.own.end')}
    </Button>
  );
}
