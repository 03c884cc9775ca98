import { Extension } from '@tiptap/core';

/** The keys of the editor besides those of the single tools. */
export const storyKeys = (askLink: () => void) =>
  Extension.create({
    name: 'storyKeys',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => {
        askLink();
        return true;
      },
      // In tables and lists the Tab key has another meaning, so that there must be another way out (WCAG 2.1.2).
      Escape: focusTools,
    }),
  });

function focusTools(): boolean {
  const tool = document.querySelector<HTMLElement>('.tools button:not([data-disabled])');
  tool?.focus();
  return tool !== null;
}
