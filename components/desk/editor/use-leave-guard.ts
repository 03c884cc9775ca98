import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { Autosave } from './autosave.ts';

/**
 * Holds back whoever leaves with unsaved words: a link is followed once they are saved, and asks first where they cannot
 * be; the browser warns before the tab is closed. Returns where somebody wants to go, and the answers to give.
 */
export function useLeaveGuard(autosave: Autosave): {
  readonly wanted: string | null;
  readonly leave: () => void;
  readonly stay: () => void;
} {
  const router = useRouter();
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => {
    async function follow(href: string) {
      await autosave.settle();
      if (autosave.isClean) router.push(href);
      else setWanted(href);
    }
    function onClick(event: MouseEvent) {
      const href = ownLink(event);
      if (!href || autosave.isClean) return;
      event.preventDefault();
      event.stopPropagation();
      void follow(href);
    }
    function onUnload(event: BeforeUnloadEvent) {
      if (!autosave.isClean) event.preventDefault();
    }
    document.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [autosave, router]);
  return {
    wanted,
    leave: () => wanted && router.push(wanted),
    stay: () => setWanted(null),
  };
}

/** Where a plain click on a link of this site leads, in this tab; null for anything else. */
function ownLink(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== '_self')) return null;
  if (link.origin !== location.origin || link.closest('.story-words')) return null;
  return link.href.split('#')[0] === location.href.split('#')[0] ? null : `${link.pathname}${link.search}`;
}
