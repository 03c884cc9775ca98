import sharp from 'sharp';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask, everywhere, whereListed } from '../pages/surfaces.ts';

// The receipt of a story that is gone asks for its address, and the browser says that it got 410.
test.use({ allowedConsole: [/status of 410/] });

test.beforeAll(async ({ site }) => {
  // A section to write for.
  await site.write({ headline: 'The story before', section: 'Town' });
});

test('somebody writes a story with formatting, and the words are there after a reload', async ({ page, site, axe }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Bridge opens');
  await page.keyboard.press('Enter');
  await expect(desk.standfirst).toBeFocused();
  await page.keyboard.type('After nine years.');
  await page.keyboard.press('Enter');
  await expect(desk.words).toBeFocused();
  await page.keyboard.type('The first tram crossed at ');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('six');
  await page.keyboard.press('ControlOrMeta+b');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Heading', exact: true }).click();
  await page.keyboard.type('The mud');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.keyboard.type('It moved');
  await desk.saved();
  await axe(page);

  await page.reload();
  await expect(desk.headline).toHaveValue('Bridge opens');
  await expect(desk.standfirst).toHaveValue('After nine years.');
  await expect(desk.words.getByRole('strong')).toHaveText('six');
  await expect(desk.words.getByRole('heading', { level: 2 })).toHaveText('The mud');
  await expect(desk.words.getByRole('listitem')).toHaveText('It moved');
  await expect(page.getByText('10 words · 1 min to read')).toBeVisible();
});

test('a link is set by keyboard alone, and one that leads nowhere is refused in a sentence', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.words.focus();
  await page.keyboard.type('See the report');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('report');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('javascript:alert(1)');
  await page.keyboard.press('Enter');
  await expect(page.getByText('This is no address that a story can link to.')).toBeVisible();
  await page.getByLabel('Address', { exact: true }).fill('example.org/report');
  await page.keyboard.press('Enter');
  await expect(desk.words.getByRole('link', { name: 'report' })).toHaveAttribute('href', 'https://example.org/report');
  await expect(desk.words).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: 'Clear formatting' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.words).toBeFocused();
});

test('a word without end is not pasted, and it is said why', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.words.fill('Kept.');
  const endless = 'aGFyYm91cg'.repeat(100_000);
  await paste(page, `<p>${endless}</p>`, endless);
  await expect(page.getByText('Nothing was pasted: what was copied has more than 20,000 characters')).toBeVisible();
  await expect(desk.words).toHaveText('Kept.');
});

test('what is pasted from a word processor comes in as clean blocks', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.words.focus();
  await paste(
    page,
    `<html><head><style>p.MsoNormal{color:red}</style></head><body><h1 style="color:red">Big</h1>
     <p class="MsoNormal" style="font:12pt Arial"><b style="font-weight:normal">Plain</b> and
     <span style="font-weight:700">bold</span><o:p></o:p></p>
     <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>One</p>
     <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>Two</p>
     <script>alert(1)</script></body></html>`,
  );
  await expect(desk.words.getByRole('heading', { level: 2 })).toHaveText('Big');
  await expect(desk.words.getByRole('strong')).toHaveText('bold');
  await expect(desk.words.getByRole('listitem')).toHaveText(['One', 'Two']);
  await expect(desk.words.locator('[style], script, style')).toHaveCount(0);
});

test('a published story is at once everywhere, and newer words stay unseen until they are published', async ({
  page,
  site,
}) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.headline.fill('Ferry sails again');
  await desk.words.fill('It left at noon.');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'The section is missing: choose one.' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Section' })).toBeFocused();
  await desk.chooseSection('Town');
  await desk.publish();
  await expect(page.getByRole('listitem').filter({ hasText: 'shows it' })).toHaveCount(5);
  expect(await whereListed(site, '/town/ferry-sails-again')).toEqual(everywhere);

  await desk.closeDialog();
  const readers = page.waitForEvent('popup');
  await desk.more('See it as readers do');
  await expect((await readers).getByRole('heading', { level: 1 })).toHaveText('Ferry sails again');
  await desk.headline.fill('Ferry sinks');
  await desk.saved();
  const before = await ask(site, '/town/ferry-sails-again');
  expect(before.text).toContain('Ferry sails again');
  expect(before.text).not.toContain('Ferry sinks');
  await desk.publish();
  expect((await ask(site, '/town/ferry-sails-again')).text).toContain('Ferry sinks');

  await desk.closeDialog();
  await page.getByLabel('Slug').fill('ferry-sinks');
  await expect(page.getByText('The old address will lead to the new one.')).toBeVisible();
  await desk.publish();
  const moved = await ask(site, '/town/ferry-sails-again');
  expect([moved.status, moved.headers.get('location')]).toEqual([308, expect.stringMatching(/\/town\/ferry-sinks$/)]);
  expect((await ask(site, '/town/ferry-sinks')).status).toBe(200);

  await page.goto(`/desk/articles/${articleId}/revisions`);
  const versions = page.getByRole('navigation', { name: 'Versions' }).getByRole('link');
  await expect(versions).toHaveCount(3);
  await versions.nth(1).click();
  await expect(page.getByRole('deletion').first()).toHaveText('sails again');
});

test('an older version is restored: its words come back, the others stay a version, readers see nothing of it', async ({
  page,
  site,
  axe,
}) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.chooseSection('Town');
  await desk.headline.fill('First thoughts');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Kept as version 1.')).toBeVisible();
  await desk.headline.fill('Second thoughts');
  await desk.saved();
  await page.goto(`/desk/articles/${articleId}/revisions`);
  await axe(page);
  await page.getByRole('button', { name: 'Restore' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
  await expect(desk.headline).toHaveValue('First thoughts');
  await page.goto(`/desk/articles/${articleId}/revisions`);
  await expect(page.getByText('Second thoughts').first()).toBeVisible();
});

test('a story is unpublished, published again, archived, taken out, and killed for good', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Through every state');
  await desk.chooseSection('Town');
  await desk.publish();
  await desk.closeDialog();
  const path = '/town/through-every-state';
  const decide = async (action: string, title: string, verb: string, receipt: string) => {
    await desk.more(action);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    if (action === 'Kill…') await page.getByLabel('Reason').fill('A court said so');
    await page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();
    await expect(page.getByRole('heading', { name: receipt, exact: true })).toBeVisible();
    await desk.closeDialog();
  };
  await decide('Unpublish…', 'Unpublish this story?', 'Unpublish', 'Unpublished');
  expect((await ask(site, path)).status).toBe(410);
  await desk.publish();
  await desk.closeDialog();
  expect((await ask(site, path)).status).toBe(200);
  await decide('Archive…', 'Archive this story?', 'Archive', 'Archived');
  expect((await ask(site, path)).status).toBe(200);
  expect((await ask(site, '/')).text).not.toContain(path);
  await decide('Take out of the archive…', 'Take this story out of the archive?', 'Take out', 'Out of the archive');
  await decide('Kill…', 'Kill this story?', 'Kill the story', 'Killed');
  expect((await ask(site, path)).status).toBe(410);
  expect(await whereListed(site, path)).toEqual([]);
  await expect(page.getByText('This article was killed and cannot be changed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Publish…' })).toHaveCount(0);
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toHaveCount(0);
});

test('a picture is uploaded into a story, and must be described before the story is published', async ({
  page,
  site,
}) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('With a picture');
  await desk.chooseSection('Town');
  await page
    .getByRole('group', { name: 'Main picture' })
    .getByRole('button', { name: /Choose/ })
    .click();
  const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2b6a8f' } })
    .png()
    .toBuffer();
  await page.locator('input[type="file"]').setInputFiles({ name: 'harbour.png', mimeType: 'image/png', buffer });
  const words = page.getByRole('group', { name: 'Main picture' }).getByRole('textbox');
  await expect(words).toBeFocused();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByRole('button', { name: /^The main picture has no alternative text/ }).click();
  await expect(words).toBeFocused();
  await words.fill('Blue water');
  await words.blur();
  await expect(page.getByRole('group', { name: 'Main picture' }).getByText(/Saved/)).toBeVisible();
  await desk.publish();
  expect((await ask(site, '/town/with-a-picture')).text).toContain('alt="Blue water"');
});

test('how a story stands is said beside the way back, on small pages too', async ({ page, site }) => {
  const { articleId } = await site.write({ headline: 'In one line', section: 'Town' });
  await signInAs(page, site, 'editor');
  for (const width of [390, 820]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/desk/articles/${articleId}`);
    const back = await page.getByRole('link', { name: 'Back to the articles' }).boundingBox();
    const badge = await page.locator('.editor-standing .badge').first().boundingBox();
    expect(badge?.y, `at ${width}`).toBeLessThan((back?.y ?? 0) + (back?.height ?? 0));
  }
});

test('a contributor deletes an own draft that was never public', async ({ page, site, axe }) => {
  await signInAs(page, site, 'contributor');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.headline.fill('Begun in error');
  await desk.saved();
  await desk.more('Delete…');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('It goes with all its versions.');
  await axe(page);
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/articles$/);
  await expect(page.getByText('The draft is deleted.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Begun in error' })).toHaveCount(0);
  expect((await page.request.get(`/desk/articles/${articleId}`)).status()).toBe(404);
});

test('of a draft that was never public a kill says that no reader has seen it', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Never seen');
  await desk.chooseSection('Town');
  await desk.more('Kill…');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('It was never public, so that readers notice nothing.');
  await dialog.getByLabel('Reason').fill('A slip');
  await dialog.getByRole('button', { name: 'Kill the story' }).click();
  await expect(dialog).toContainText('It was never public: no reader has seen it, and none will.');
  await expect(dialog.getByRole('button', { name: 'See it as readers will' })).toHaveCount(0);
});

/** Pastes HTML as a browser hands it over. */
async function paste(page: import('@playwright/test').Page, html: string, plain = ''): Promise<void> {
  await page.evaluate(
    (copied) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(copied)) clipboardData.setData(type, text);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    { 'text/html': html, 'text/plain': plain },
  );
}
