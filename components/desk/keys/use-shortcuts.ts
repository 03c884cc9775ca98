import { useEffect, useRef } from 'react';
import { useGo } from '#components/desk/leave/use-go.ts';
import { readKeys } from './shortcuts.ts';

interface Handlers {
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  /** Whether single keys do anything: somebody who speaks to the computer turns them off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
}

/** How long a first letter waits for the second, in milliseconds. */
const patience = 1200;

/** Listens for the desk's shortcuts wherever nobody is typing. */
export function useShortcuts(handlers: Handlers): void {
  const go = useGo();
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    const pressed: Pressed = { keys: [], at: 0 };
    const onKey = (event: KeyboardEvent) => {
      // In the editor the same keys make a link.
      if (event.defaultPrevented) return;
      if (isPaletteKey(event)) {
        event.preventDefault();
        latest.current.openPalette();
      } else if (latest.current.singleKeys && !isTaken(event)) {
        onSingleKey(event, pressed, latest.current.openHelp, go);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [go]);
}

interface Pressed {
  keys: string[];
  /** When the last one was pressed, in milliseconds. */
  at: number;
}

function onSingleKey(event: KeyboardEvent, pressed: Pressed, help: () => void, go: (href: string) => void): void {
  if (event.key === '?') help();
  if (event.key === '/') focusSearch(event);
  pressed.keys = [...(event.timeStamp - pressed.at < patience ? pressed.keys : []), event.key];
  pressed.at = event.timeStamp;
  const href = readKeys(pressed.keys);
  if (href === undefined) return;
  pressed.keys = [];
  if (href) go(href);
}

const isPaletteKey = ({ metaKey, ctrlKey, altKey, key }: KeyboardEvent): boolean =>
  (metaKey || ctrlKey) && !altKey && key.toLowerCase() === 'k';

/** Whether the key belongs to something else: a field, an open window, the browser. */
function isTaken({ target, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  const typing = target instanceof HTMLElement && target.matches(fields);
  return typing || metaKey || ctrlKey || altKey || document.querySelector(windows) !== null;
}

const fields = 'input, textarea, select, [contenteditable], [contenteditable] *';
const windows = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

function focusSearch(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('[data-shortcut=search]');
  if (!field) return;
  event.preventDefault();
  field.select();
}
