import type { Page } from '@playwright/test';
import { expect } from '../fixtures/test.ts';

/** What stands open is without a fault that axe knows, in light and in dark, and scrolls sideways on no phone. */
export async function isSound(page: Page, axe: (page: Page) => Promise<void>, what: string): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await axe(page);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await sideways(page), `${what} scrolls sideways`).toEqual([]);
  await axe(page);
  if (before) await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** What makes the page scroll sideways, or nothing when it does not. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= window.innerWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > window.innerWidth,
    );
    return ['the page', ...wide.slice(0, 12).map(({ outerHTML }) => outerHTML.slice(0, 90))];
  });
}
