import { say } from '#lib/desk-words.ts';

/** Single keys and what they do; two letters are pressed one after the other. */
export const shortcuts = [
  { keys: ['n'], name: say('shell.newArticle'), href: '/desk/articles/new' },
  { keys: ['g', 'a'], name: say('shell.articles'), href: '/desk/articles' },
  { keys: ['g', 'm'], name: say('shell.media'), href: '/desk/media' },
  { keys: ['g', 'p'], name: say('shell.pins'), href: '/desk/pins' },
  { keys: ['g', 's'], name: say('shell.sections'), href: '/desk/sections' },
  { keys: ['g', 't'], name: say('shell.tags'), href: '/desk/tags' },
  { keys: ['g', 'b'], name: say('shell.bylines'), href: '/desk/bylines' },
] as const;

/** Where the keys pressed so far lead; undefined while they may still become something, null when they lead nowhere. */
export function readKeys(pressed: readonly string[]): string | null | undefined {
  const fitting = shortcuts.filter(({ keys }) => pressed.every((key, index) => keys[index] === key));
  const exact = fitting.find(({ keys }) => keys.length === pressed.length);
  if (exact) return exact.href;
  return fitting.length > 0 ? undefined : null;
}
