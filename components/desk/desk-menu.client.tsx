'use client';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

/** The navigation of a narrow screen: opens without a script, and closes when another page is shown. */
export function DeskMenu({ children }: { children: ReactNode }) {
  const path = usePathname();
  const details = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is what closes it.
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [path]);
  return (
    <details ref={details} className="desk-menu">
      <summary className="btn" data-look="plain" data-size="small">
        <Icon name="menu" />
        <span className="desk-menu-word">{say('shell.menu')}</span>
      </summary>
      <div className="desk-menu-panel">{children}</div>
    </details>
  );
}
