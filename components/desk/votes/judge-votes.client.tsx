'use client';
import { useAct } from '#components/desk/use-act.ts';
import { Button } from '#components/ui/button.tsx';
import type { DoneResult } from '#features/session/done.ts';
import { say } from '#lib/desk-words.ts';
import type { QuarantineDecision } from '#lib/vocabulary.ts';

interface JudgeVotesProps {
  readonly quarantineId: string;
  readonly headline: string;
  readonly judge: (decision: QuarantineDecision, quarantineId: string) => Promise<DoneResult>;
}

/** Lets a burst of votes count, or leaves it out. */
export function JudgeVotes({ quarantineId, headline, judge }: JudgeVotesProps) {
  const { pending, act } = useAct();
  const button = (decision: QuarantineDecision) => (
    <Button
      size="small"
      disabled={pending}
      aria-label={say(`votes.judge.${decision}`, { headline })}
      onClick={() => void act(() => judge(decision, quarantineId))}
    >
      {say(`votes.${decision}.do`)}
    </Button>
  );
  return (
    <div className="flex justify-end gap-2">
      {button('accepted')}
      {button('rejected')}
    </div>
  );
}
