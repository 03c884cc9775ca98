'use client';
import { usePathname } from 'next/navigation';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

/** The navigation of a narrow screen: opens without a script; closes on another page, a press beside it, and Escape. */
export function DeskMenu({ children }: { children: ReactNode }) {
  const path = usePathname();
  const details = useRef<HTMLDetailsElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another path is what closes it.
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [path]);
  useEffect(() => {
    function onPress({ target }: PointerEvent) {
      if (details.current && !details.current.contains(target as Node)) details.current.open = false;
    }
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, []);
  const onKey = ({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) => {
    if (key !== 'Escape' || !currentTarget.open) return;
    currentTarget.open = false;
    currentTarget.querySelector('summary')?.focus();
  };
  return (
    <details ref={details} className="desk-menu" onKeyDown={onKey}>
      <summary className="btn" data-look="plain" data-size="small">
        <Icon name="menu" />
        <span className="desk-menu-word">{say('shell.menu')}</span>
      </summary>
      <div className="desk-menu-panel">{children}</div>
    </details>
  );
}
