import { devices } from '@playwright/test';
import sharp from 'sharp';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';

for (const [where, device] of [
  ['a desk', {}],
  ['a phone', { userAgent: devices['Pixel 7'].userAgent }],
] as const) {
  test.describe(`on ${where}`, () => {
    test.use(device);

    test('what is typed while an embed or a picture is selected goes below it', async ({ page, site }) => {
      await signInAs(page, site, 'author');
      const desk = new StoryDesk(page);
      await desk.begin();
      await desk.words.focus();
      await page.keyboard.type('Above.');
      await page.getByRole('button', { name: 'Embed' }).click();
      await page.getByLabel('Address', { exact: true }).fill('https://video.example/watch/1');
      await page.getByRole('dialog').getByRole('button', { name: 'Embed' }).click();
      await expect(desk.words).toBeFocused();
      await page.keyboard.type('After the film.');
      await expect(desk.words.getByText('video.example').first()).toBeVisible();
      await expect(desk.words.getByText('After the film.')).toBeVisible();

      await page.getByRole('button', { name: 'Picture', exact: true }).click();
      const create = {
        width: 640,
        height: 400,
        channels: 3 as const,
        background: where === 'a desk' ? '#123' : '#321',
      };
      const buffer = await sharp({ create }).png().toBuffer();
      await page.locator('input[type="file"]').setInputFiles({ name: 'pier.png', mimeType: 'image/png', buffer });
      const picture = desk.words.getByRole('figure').filter({ has: page.getByLabel('Alternative text') });
      await picture.getByLabel('Alternative text').fill('A pier');
      await picture.locator('img').click();
      await page.keyboard.press('Enter');
      await page.keyboard.type('After the picture.');
      await expect(picture.getByLabel('Alternative text')).toHaveValue('A pier');
      await expect(desk.words.getByText('After the picture.')).toBeVisible();
      await desk.saved();
      await page.reload();
      await expect(desk.words).toContainText(/Above.*After the film.*After the picture/s);
      await expect(desk.words.getByText('video.example').first()).toBeVisible();
      await expect(picture.getByLabel('Alternative text')).toHaveValue('A pier');
    });

    test('what is typed behind a link is no part of it', async ({ page, site }) => {
      await signInAs(page, site, 'author');
      const desk = new StoryDesk(page);
      await desk.begin();
      await desk.words.focus();
      await page.keyboard.type('See the report');
      await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
      await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('report');
      await page.keyboard.press('ControlOrMeta+k');
      await page.keyboard.type('example.org/report');
      await page.keyboard.press('Enter');
      await expect(desk.words).toBeFocused();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type(' of today');
      await expect(desk.words.getByRole('link')).toHaveText('report');
      await expect(desk.words).toHaveText('See the report of today');
    });
  });
}
