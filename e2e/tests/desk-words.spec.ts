import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';

// A browser says so itself when an answer does not come.
test.use({ allowedConsole: [/Failed to load resource|ERR_/] });

const brought = 'Words that an earlier page could not save have been brought back.';
const kept = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => /\.words\./.test(key)));

test('a server killed while somebody writes costs no word', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.headline.fill('The night the server died');
  await desk.words.click();
  await page.keyboard.type('Written before. ');
  await desk.saved();

  const typed = page.keyboard.type('Written while it died, a letter at a time. ', { delay: 30 });
  await site.killServer();
  await typed;
  await expect(desk.status).toHaveText(
    /Not saved: no connection; trying again\. Your words are kept in this browser\./,
  );
  await page.keyboard.type('Written while it was away.');
  await site.startServer();
  await expect(desk.status).toHaveText(/^Saved /, { timeout: 40_000 });

  await page.evaluate(() => localStorage.clear());
  await desk.open(articleId);
  await expect(desk.headline).toHaveValue('The night the server died');
  await expect(desk.words).toHaveText(
    'Written before. Written while it died, a letter at a time. Written while it was away.',
  );
});

test('a body that no story may have is kept, says why, and comes back until it is mended', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.words.click();
  await page.keyboard.type('5000000. A list that begins too far on');
  await expect(desk.status).toHaveText(
    'These words cannot be saved as they are: A numbered list begins at 1,000,000 at most. Your words are kept in this browser.',
  );
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  const question = page.getByRole('dialog', { name: 'Leave with unsaved words?' });
  await question.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL(/\/desk\/articles$/);

  await desk.open(articleId);
  await expect(page.getByText(brought)).toBeVisible();
  await expect(desk.words.getByRole('listitem')).toHaveText('A list that begins too far on');
  await expect(desk.status).toHaveText(/cannot be saved as they are/);
  await desk.words.getByRole('listitem').click();
  await page.getByRole('button', { name: 'Numbered list' }).click();
  await desk.saved();
  expect(await kept(page)).toEqual([]);
  await desk.open(articleId);
  await expect(desk.words).toHaveText('A list that begins too far on');
});

test('words in a form that this editor cannot read are offered to be copied, and stay until they are thrown away', async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { articleId, userId } = await storyWithKeptWords(page, site);
  await page.evaluate((key) => {
    const body = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'In another form.' }] }],
    };
    localStorage.setItem(key, JSON.stringify({ words: { headline: 'Lost and found', body } }));
  }, `broadsheet.words.${userId}.${articleId}.older`);
  const desk = new StoryDesk(page);
  await desk.open(articleId);
  const offered = page.getByRole('textbox', { name: /never saved/ });
  await expect(offered).toHaveValue('Lost and found\n\nIn another form.');
  await desk.headline.fill('Something new');
  await desk.saved();
  await page.reload();
  await expect(offered).toHaveValue('Lost and found\n\nIn another form.');
  await page.getByRole('button', { name: 'Copy them' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('In another form.');
  await page.getByRole('button', { name: 'Throw them away' }).click();
  await page.reload();
  await expect(desk.headline).toHaveValue('Something new');
  await expect(offered).toHaveCount(0);
  expect(await kept(page)).toEqual([]);
});

test("one tab's saved words do not take away what another tab of the same person keeps", async ({
  page,
  site,
  context,
}) => {
  await signInAs(page, site, 'author');
  const one = new StoryDesk(page);
  const articleId = await one.begin();
  await page.route('**/draft', (route) => route.abort());
  await one.headline.fill('Of the first tab');
  await expect(one.status).toHaveText(/Not saved/);

  const other = new StoryDesk(await context.newPage());
  await other.open(articleId);
  await expect(other.headline).toHaveValue('');
  await other.standfirst.fill('Of the second tab');
  await other.saved();
  expect(await kept(page)).toHaveLength(1);

  // The first tab breaks off, as with the whole browser: the next page finds what it kept.
  await page.close();
  await other.page.reload();
  const both = other.page.getByRole('dialog', { name: 'This story was changed while you were writing' });
  await expect(both).toContainText('Of the first tab');
  await both.getByRole('button', { name: 'Save these words' }).click();
  await other.saved();
  await expect(other.headline).toHaveValue('Of the first tab');
  await expect(other.standfirst).toHaveValue('Of the second tab');
});

test('a browser that may keep nothing says so where words are not saved, and warns of the loss', async ({
  page,
  site,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Saved all the same');
  await desk.saved();
  await page.route('**/draft', (route) => route.abort());
  await desk.headline.fill('Nowhere but here');
  await expect(desk.status).toHaveText(
    'Not saved: no connection; trying again. This browser cannot keep your words either: do not close this page.',
  );
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  await expect(page.getByText(/they are lost if you leave/)).toBeVisible();
  await page.getByRole('button', { name: 'Stay' }).click();
  await page.unroute('**/draft');
  await expect(desk.status).toHaveText(/^Saved /, { timeout: 20_000 });
});

for (const [way, leave] of [
  ['the palette', palette],
  ['a single key', (page: Page) => page.keyboard.press('g').then(() => page.keyboard.press('a'))],
  ['Back', (page: Page) => page.evaluate(() => history.back())],
  ['signing out', (page: Page) => page.getByRole('button', { name: 'Sign out' }).click()],
] as const) {
  test(`whoever leaves by ${way} with words that cannot be saved is asked first`, async ({ page, site }) => {
    await signInAs(page, site, 'author');
    const desk = new StoryDesk(page);
    await page.getByRole('link', { name: 'New story', exact: true }).first().click();
    await expect(desk.words).toBeVisible();
    const here = page.url();
    await page.route('**/draft', (route) => route.abort());
    await desk.headline.fill('Not saved');
    await desk.headline.blur();
    await leave(page);
    const question = page.getByRole('dialog', { name: 'Leave with unsaved words?' });
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toHaveCount(0);
    await expect(desk.headline).toHaveValue('Not saved');
    await expect(page).toHaveURL(here);

    await leave(page);
    await question.getByRole('button', { name: 'Leave' }).click();
    await expect(page).not.toHaveURL(here);
    await expect(desk.words).toHaveCount(0);
  });
}

test("a picture's words are saved while they are written, and whoever leaves waits for them", async ({
  page,
  site,
}) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  const picture = page.getByRole('group', { name: 'Main picture' });
  await picture.getByRole('button', { name: /Choose/ }).click();
  const buffer = await sharp({ create: { width: 910, height: 600, channels: 3, background: '#6f8a2b' } })
    .png()
    .toBuffer();
  await page.locator('input[type="file"]').setInputFiles({ name: 'quay.png', mimeType: 'image/png', buffer });
  const words = picture.getByRole('textbox');
  await expect(words).toBeFocused();
  await page.keyboard.type('Blue water');
  await expect(picture.getByText(/Saved/)).toBeVisible();
  await expect(words).toBeFocused();

  await desk.saved();
  await page.route('**/words', (route) => route.abort());
  await page.keyboard.type(' and a quay');
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  const question = page.getByRole('dialog', { name: 'Leave with unsaved words?' });
  await expect(question).toContainText('they are lost if you leave');
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toHaveCount(0);
  await page.unroute('**/words');
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  await page.waitForURL(/\/desk\/articles$/);
});

async function palette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').last().fill('Pictures');
  await page.getByRole('option', { name: 'Pictures', exact: true }).click();
}

/** A story of somebody who is signed in, with the id under which this browser keeps their words. */
async function storyWithKeptWords(page: Page, site: Parameters<typeof signInAs>[1]) {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await page.route('**/draft', (route) => route.abort());
  await desk.headline.fill('Kept');
  await expect(desk.status).toHaveText(/Not saved/);
  const [key = ''] = await kept(page);
  await page.unroute('**/draft');
  await expect(desk.status).toHaveText(/^Saved /, { timeout: 20_000 });
  return { articleId, userId: key.split('.')[2] ?? '' };
}
