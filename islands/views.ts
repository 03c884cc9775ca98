import { rememberStory } from './read-stories.ts';
import { afterVisible } from './visible-time.ts';

const longEnough = 5000;

/**
 * A story that was on the screen for five seconds is read: the site is told so once, and from which host the reader came,
 * without a cookie or a third party, and this browser remembers it.
 */
export function countView(): void {
  const article = document.querySelector<HTMLElement>('[data-view]')?.dataset.view;
  if (!article) return;
  afterVisible(document, longEnough, () => {
    navigator.sendBeacon('/api/views', new URLSearchParams({ article, from: document.referrer.split('/')[2] ?? '' }));
    rememberStory(article);
  });
}
