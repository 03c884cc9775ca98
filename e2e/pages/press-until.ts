import { expect, type Locator, type Page } from '@playwright/test';

/** Presses keys, one after the other, until this is there: a page hears keys only once its scripts run. */
export async function pressUntil(page: Page, keys: readonly string[], there: Locator | RegExp): Promise<void> {
  await expect(async () => {
    for (const key of keys) await page.keyboard.press(key);
    if (there instanceof RegExp) await expect(page).toHaveURL(there, { timeout: 2000 });
    else await expect(there).toBeVisible({ timeout: 2000 });
  }).toPass();
}
