import { randomBytes } from 'node:crypto';
import type { JSHandle, Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask } from '../pages/surfaces.ts';

test('pictures that are dropped among the words, or pasted, stand where they were put', async ({ page, site }) => {
  await site.write({ headline: 'The story before', section: 'Town' });
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Two pictures');
  await desk.chooseSection('Town');
  await desk.words.focus();
  for (const line of ['Above.', 'Between.', 'Below.']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await drop(desk.words.getByText('Above.'), await transferOf(page, 'drop.png'));
  await expect(desk.words.getByRole('figure')).toHaveCount(1);
  await desk.words.getByText('Between.').click();
  await page.keyboard.press('End');
  const copied = await transferOf(page, 'paste.png');
  await desk.words.evaluate((words, clipboardData) => {
    words.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, copied);
  await expect(desk.words.getByRole('figure')).toHaveCount(2);
  await expect(page.getByRole('list', { name: 'Uploads' })).toHaveCount(0);
  const fields = desk.words.getByLabel('Alternative text');
  await fields.nth(0).fill('The first');
  await fields.nth(1).fill('The second');
  await desk.saved();
  await desk.publish();
  const { text } = await ask(site, '/town/two-pictures');
  const order = ['Above.', 'alt="The first"', 'Between.', 'alt="The second"', 'Below.'].map((part) =>
    text.indexOf(part),
  );
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order).not.toContain(-1);
});

test('a file that is no picture is refused in a sentence, and the words stay', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.words.focus();
  await page.keyboard.type('Words.');
  await drop(desk.words.getByText('Words.'), await transferOf(page, 'holiday.jpg', Buffer.from('<p>no</p>')));
  await expect(page.getByRole('list', { name: 'Uploads' }).getByRole('alert')).toHaveText(/[.]$/);
  await expect(desk.words).toHaveText('Words.');
  await page.getByRole('button', { name: 'Take holiday.jpg off the list' }).click();
  await expect(page.getByRole('list', { name: 'Uploads' })).toHaveCount(0);
});

/** Lets a file go at the lower edge of a line. */
async function drop(line: Locator, dataTransfer: JSHandle<DataTransfer>): Promise<void> {
  const box = await line.boundingBox();
  if (!box) throw new Error('The line is not on the screen.');
  await line.dispatchEvent('drop', { dataTransfer, clientX: box.x + 4, clientY: box.y + box.height - 2 });
}

/** A file as the browser hands it over, of a picture that no other test has. */
async function transferOf(page: Page, name: string, content?: Buffer): Promise<JSHandle<DataTransfer>> {
  const background = `#${randomBytes(3).toString('hex')}`;
  const create = { width: 600, height: 400, channels: 3 as const, background };
  const bytes = content ?? (await sharp({ create }).png().toBuffer());
  return page.evaluateHandle(
    ([encoded, called]) => {
      const data = new DataTransfer();
      const file = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      data.items.add(new File([file], called, { type: 'image/png' }));
      return data;
    },
    [bytes.toString('base64'), name] as const,
  );
}
