import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useGo } from '#components/desk/leave/use-go.ts';
import { toast } from '#components/ui/toast.client.tsx';
import type { DoneResult } from '#features/session/done.ts';

/**
 * Runs a Server Action from a button: says what came of it and shows the page anew, or goes where it says. `act` is
 * fulfilled with whether it was done.
 */
export function useAct(): { pending: boolean; act: (work: () => Promise<DoneResult>) => Promise<boolean> } {
  const router = useRouter();
  const go = useGo();
  const [pending, start] = useTransition();
  const act = (work: () => Promise<DoneResult>) =>
    new Promise<boolean>((resolve) => {
      start(async () => {
        const result = await work();
        if (result.ok) {
          toast.done(result.data.message);
          if (result.data.to) go(result.data.to);
          else router.refresh();
        } else toast.failed(result.error.message);
        resolve(result.ok);
      });
    });
  return { pending, act };
}
