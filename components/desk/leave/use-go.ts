import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { leaveBy } from './unsaved.ts';

/** Leads to another page, of the desk or of the site, by the one door that asks after unsaved words. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href) => void leaveBy(() => (href.startsWith('/desk') ? router.push(href) : window.location.assign(href))),
    [router],
  );
}
