'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Shows the page anew every so often (milliseconds) as long as it is there. */
export function RefreshWhile({ every = 1500 }: { every?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, every);
    return () => clearInterval(timer);
  }, [router, every]);
  return null;
}
