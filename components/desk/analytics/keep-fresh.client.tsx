'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMilliseconds = 30_000;

/** Brings a page up to date every half minute while somebody looks at it. */
export function KeepFresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
