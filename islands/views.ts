import { afterVisible } from './visible-time.ts';

const longEnough = 5000;

/** Tells the site once that its story was on the screen for five seconds, and nothing else: no cookie, no third party. */
export function countView(): void {
  const article = document.querySelector<HTMLElement>('[data-view]')?.dataset.view;
  if (!article) return;
  afterVisible(document, longEnough, () => {
    navigator.sendBeacon('/api/views', new URLSearchParams({ article }));
  });
}
