import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask, everywhere, whereListed } from '../pages/surfaces.ts';

/** A site that nobody has used yet, as after the first start. */
let fresh: Site;

test.beforeAll(async () => {
  fresh = await Site.start();
});

test.afterAll(async () => {
  await fresh?.stop();
});

test('the first admin makes a section, writes a story with pictures, looks at it, and publishes: readers see it everywhere', async ({
  page,
  context,
  browser,
}) => {
  test.slow();
  await test.step('comes in by the link of the first start', async () => {
    const { link = '' } = await fresh.broadsheet('user', 'first-admin');
    await page.goto(link);
    await page.getByLabel('Name').fill('Ada Lovelace');
    await page.getByLabel('E-mail address').fill('ada@herald.example');
    await page.getByLabel('Password').fill('seven quiet harbours');
    await page.getByRole('button').last().click();
    await expect(page).toHaveURL(/\/desk\/articles$/);
  });

  await test.step('makes a section', async () => {
    await page.getByRole('link', { name: 'Sections', exact: true }).click();
    await page.getByRole('link', { name: 'New section', exact: true }).click();
    await page.getByLabel('Name', { exact: true }).fill('Harbour');
    await page.getByRole('button', { name: 'Add' }).click();
    await expect(page.getByText('Harbour is added.').first()).toBeVisible();
  });

  const desk = new StoryDesk(page);
  await test.step('writes', async () => {
    await page.getByRole('link', { name: 'New story', exact: true }).first().click();
    await desk.headline.fill('Ferry “Ann” sails again');
    await desk.standfirst.fill('After nine years on the mud.');
    await desk.chooseSection('Harbour');
    await desk.addTerm('Tags', 'Ferries');
    await desk.addTerm('Bylines', 'Ann Other');
    await desk.words.focus();
    await page.keyboard.type('It left at noon.');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Heading', exact: true }).click();
    await page.keyboard.type('The mud');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'List', exact: true }).click();
    await page.keyboard.type('It moved');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Quotation' }).click();
    await page.keyboard.type('She floats.');
  });

  await test.step('uploads one picture by the button and one by dropping it', async () => {
    const main = page.getByRole('group', { name: 'Main picture' });
    await main.getByRole('button', { name: /Choose/ }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload a picture' }).click();
    await (await chooser).setFiles(await picture('ferry.png', '#2b6a8f'));
    await main.getByRole('textbox').fill('A ferry on blue water');
    await main.getByRole('textbox').blur();
    await expect(main.getByText(/Saved/)).toBeVisible();

    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await drop(page, await picture('mud.png', '#6b5a3a'));
    const inText = desk.words.getByRole('figure');
    await inText.getByLabel('Alternative text').fill('Brown mud');
    await inText.getByLabel('Credit').fill('Ann Other');
    await desk.saved();
  });

  await test.step('looks at it as readers will see it', async () => {
    const opened = context.waitForEvent('page');
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = await opened;
    await preview.waitForURL(/\/preview\//);
    await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Ferry “Ann” sails again');
    await expect(preview.getByRole('img', { name: 'Brown mud' })).toBeVisible();
    expect((await ask(fresh, new URL(preview.url()).pathname)).headers.get('cache-control')).toBe('private, no-store');
    await preview.close();
    expect((await ask(fresh, '/harbour/ferry-ann-sails-again')).status).toBe(404);
    expect((await ask(fresh, '/')).text).not.toContain('sails again');
  });

  const path = '/harbour/ferry-ann-sails-again';
  await test.step('publishes, and a stranger reads it at once', async () => {
    await desk.publish();
    expect(await whereListed(fresh, path)).toEqual(everywhere);
    for (const list of ['/tag/ferries', '/author/ann-other']) expect((await ask(fresh, list)).text).toContain(path);
    const reader = await browser.newPage({ baseURL: fresh.url, javaScriptEnabled: false });
    await reader.goto('/');
    await reader.getByRole('link', { name: 'Ferry “Ann” sails again' }).first().click();
    await expect(reader).toHaveURL(`${fresh.url}${path}`);
    const story = reader.getByRole('article').first();
    await expect(story.getByRole('heading', { level: 1 })).toHaveText('Ferry “Ann” sails again');
    await expect(story.getByText('After nine years on the mud.')).toBeVisible();
    await expect(story.getByRole('link', { name: 'Ann Other' })).toBeVisible();
    await expect(story.getByRole('heading', { level: 2, name: 'The mud' })).toBeVisible();
    await expect(story.getByRole('listitem').filter({ hasText: 'It moved' })).toBeVisible();
    await expect(story.getByRole('blockquote')).toContainText('She floats.');
    for (const name of ['A ferry on blue water', 'Brown mud']) {
      const shown = story.getByRole('img', { name });
      await shown.scrollIntoViewIfNeeded();
      await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth)).toBeTruthy();
    }
    await reader.close();
  });
});

async function picture(name: string, background: string) {
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

/** Drops a file on the place for pictures, as from a folder of the computer. */
async function drop(page: Page, { name, mimeType, buffer }: { name: string; mimeType: string; buffer: Buffer }) {
  const dataTransfer = await page.evaluateHandle(
    ([bytes, called, type]) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], called, { type }));
      return data;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
  const area = page.getByRole('region', { name: 'Add pictures' });
  await area.dispatchEvent('dragover', { dataTransfer });
  await area.dispatchEvent('drop', { dataTransfer });
}
