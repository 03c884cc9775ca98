const apple = { Mod: '⌘', Shift: '⇧', Alt: '⌥' } as Record<string, string>;
const others = { Mod: 'Ctrl' } as Record<string, string>;

/** Keys as people know them on their machine (`⌘B`, `Ctrl+B`), or as `aria-keyshortcuts` wants them. */
export function shownKeys(keys: string, way: 'shown' | 'aria' = 'shown'): string {
  const parts = keys.split(' ');
  if (way === 'aria') return parts.map((part) => (part === 'Mod' ? modifier() : part)).join('+');
  if (isApple()) return parts.map((part) => apple[part] ?? part).join('');
  return parts.map((part) => others[part] ?? part).join('+');
}

const modifier = (): string => (isApple() ? 'Meta' : 'Control');

const isApple = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
