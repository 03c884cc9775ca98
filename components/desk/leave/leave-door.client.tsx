'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { say } from '#lib/desk-words.ts';
import { holdHistory } from './hold-history.ts';
import { answerAtDoor, isAllKept, isAllSaved, leaveBy } from './unsaved.ts';
import { useGo } from './use-go.ts';

interface Wanted {
  readonly go: () => void;
  readonly isKept: boolean;
}

/**
 * Holds back whoever leaves a page with unsaved words, by a link, a form that leaves, Back or Forward, or whatever calls
 * `leaveBy`: they go once all is saved, and are asked first where it cannot be. The browser itself warns before a tab is
 * closed.
 */
export function LeaveDoor() {
  const path = usePathname();
  const go = useGo();
  const passing = useRef(false);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has come to another page has left.
  useEffect(() => {
    passing.current = false;
    setWanted(null);
  }, [path]);
  useEffect(() => {
    const isFree = () => passing.current || isAllSaved();
    const pass = (leave: () => void) => {
      passing.current = true;
      leave();
    };
    const onClick = (event: MouseEvent) => {
      const href = ownLink(event);
      if (!href || isFree()) return;
      hold(event);
      go(href);
    };
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !('leaves' in form.dataset) || isFree()) return;
      hold(event);
      void leaveBy(() => pass(() => form.requestSubmit()));
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isFree()) event.preventDefault();
    };
    document.addEventListener('click', onClick, true);
    document.addEventListener('submit', onSubmit, true);
    window.addEventListener('beforeunload', onUnload);
    const endings = [
      holdHistory(isFree, (leave) => void leaveBy(() => pass(leave))),
      answerAtDoor((leave) => setWanted({ go: () => pass(leave), isKept: isAllKept() })),
    ];
    return () => {
      document.removeEventListener('click', onClick, true);
      document.removeEventListener('submit', onSubmit, true);
      window.removeEventListener('beforeunload', onUnload);
      for (const end of endings) end();
    };
  }, [go]);
  return (
    <Dialog
      title={say('shell.leave.title')}
      text={say(wanted?.isKept === false ? 'shell.leave.lost' : 'shell.leave.kept')}
      open={wanted !== null}
      onOpenChange={() => setWanted(null)}
    >
      <div className="dialog-foot">
        <Button
          onClick={() => {
            wanted?.go();
            setWanted(null);
          }}
        >
          {say('shell.leave.go')}
        </Button>
        <Button look="primary" onClick={() => setWanted(null)}>
          {say('shell.leave.stay')}
        </Button>
      </div>
    </Dialog>
  );
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Where a plain click on a link of this site leads, in this tab; null for anything else. */
function ownLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== '_self')) return null;
  if (link.origin !== location.origin || link.closest('[contenteditable]')) return null;
  return link.href.split('#')[0] === location.href.split('#')[0] ? null : `${link.pathname}${link.search}`;
}
