import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';

test('Escape in a list that is closed takes nobody away', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.addTerm('Bylines', 'Una Reed');
  await desk.addTerm('Tags', 'Harbours');
  for (const [field, chosen] of [
    ['Bylines', 'Una Reed'],
    ['Tags', 'Harbours'],
  ] as const) {
    await page.getByRole('combobox', { name: field }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: `Remove ${chosen}` })).toBeVisible();
  }
});

test('somebody who is there is taken before somebody new is made of a part of the name', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  const bylines = page.getByRole('combobox', { name: 'Bylines' });
  // The open list hides what is beside it from whoever hears the page.
  const taken = page.getByRole('button', { name: /^Remove /, includeHidden: true });
  const takenIsIdrisVale = () => expect(taken).toHaveAttribute('aria-label', 'Remove Idris Vale');
  await bylines.fill('Idris Vale');
  await page.keyboard.press('Enter');
  await takenIsIdrisVale();

  await desk.begin();
  await bylines.pressSequentially('Idris');
  await expect(page.getByRole('option')).toHaveText(['Idris Vale', 'Add “Idris”']);
  await page.keyboard.press('Enter');
  await expect(taken).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await takenIsIdrisVale();

  await desk.begin();
  await bylines.pressSequentially('idris vale');
  await page.keyboard.press('Enter');
  await takenIsIdrisVale();
  await expect(bylines).toHaveValue('');
});

test('a field with one who was chosen is as high as an empty one', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  const heightOf = async (field: string) =>
    (
      await page
        .locator('.field', { has: page.getByRole('combobox', { name: field }) })
        .locator('.combo')
        .boundingBox()
    )?.height;
  const empty = await heightOf('Bylines');
  await desk.addTerm('Bylines', 'Konstantina Papadimitriou-Wolfe');
  await desk.addTerm('Tags', 'Sea');
  expect(await heightOf('Bylines')).toBe(empty);
  expect(await heightOf('Tags')).toBe(empty);
});

test.describe('while the server does not answer', () => {
  test.use({ allowedConsole: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });

  test('a name that cannot be made is said to be none, and what is taken off meanwhile stays off', async ({
    page,
    site,
    context,
  }) => {
    await signInAs(page, site, 'editor');
    const desk = new StoryDesk(page);
    await desk.begin();
    await desk.addTerm('Tags', 'Harbours');
    const tags = page.getByRole('combobox', { name: 'Tags' });
    const taken = page.getByRole('button', { name: /^Remove /, includeHidden: true });
    await tags.fill('Lamps');
    const offer = page.getByRole('option', { name: 'Add “Lamps”' });
    await expect(offer).toBeVisible();
    await context.setOffline(true);
    await offer.click();
    await expect(page.getByText('The server did not answer. Please try again.')).toBeVisible();
    await expect(taken).toHaveCount(1);
    await context.setOffline(false);

    await tags.fill('Lanterns');
    const again = page.getByRole('option', { name: 'Add “Lanterns”' });
    await expect(again).toBeVisible();
    const letGo = site.holdServer();
    try {
      await again.click();
      await page.getByRole('button', { name: 'Remove Harbours' }).click();
      await expect(taken).toHaveCount(0);
    } finally {
      letGo();
    }
    await expect(taken).toHaveCount(1);
    await expect(taken).toHaveAttribute('aria-label', 'Remove Lanterns');
  });
});
