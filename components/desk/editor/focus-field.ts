import type { DraftField } from '#features/draft/model.ts';

/** The id of a field of the story on the editor's page. */
export const idOfField = (field: DraftField): string => (field === 'body' ? 'story-words' : `story-${field}`);

/** Leads to a field of the story, and there to what is wrong with it: a picture without words, say. */
export function focusField(field: DraftField): void {
  const element = document.getElementById(idOfField(field));
  const wrong = element?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = wrong ?? element;
  if (!target) return;
  const controls = target.matches('input, textarea, select, [contenteditable]')
    ? target
    : target.querySelector<HTMLElement>('textarea, input, button');
  controls?.focus();
  target.scrollIntoView({ block: 'center' });
}
