import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask } from '../pages/surfaces.ts';

test.beforeAll(async ({ site }) => {
  await site.write({ headline: 'The story before', section: 'Town' });
});

test('a scheduled story is hidden until its time, said in the zone of the site', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Not before time');
  await desk.chooseSection('Town');
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByLabel('At a time').check();
  const field = page.getByLabel(/^Publish at in UTC/);
  await field.fill('2020-01-01T00:00');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(field).toHaveAccessibleDescription('1 Jan 2020, 00:00 UTC has passed: give a later time, or none.');
  await field.fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 16));
  await expect(field).not.toHaveAttribute('aria-invalid');
  await page.getByRole('button', { name: 'Schedule' }).click();
  await expect(page.getByRole('heading', { name: 'Scheduled' })).toBeVisible();
  expect((await ask(site, '/town/not-before-time')).status).toBe(404);
  await expect(page.getByRole('link', { name: 'See it as readers do' })).toHaveCount(0);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'See it as readers will' }).click();
  const preview = await opened;
  await preview.waitForURL(/\/preview\//);
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Not before time');

  await desk.closeDialog();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('dialog')).toContainText('This takes the place of what is to be public on');
  await expect(page.getByRole('dialog')).toContainText('The story has no words');
  await desk.closeDialog();
  await desk.more('Do not publish…');
  await page.getByRole('button', { name: 'Do not publish' }).click();
  await expect(page.getByRole('heading', { name: 'Not to be published' })).toBeVisible();
  await desk.closeDialog();
  await expect(page.getByText('To be public on')).toHaveCount(0);
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
});

test('a submitted story is given back to its writer, who goes on and submits it again', async ({ page, site }) => {
  await signInAs(page, site, 'contributor');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Back and forth');
  await desk.chooseSection('Town');
  await desk.saved();
  await page.getByRole('button', { name: 'Submit for review…' }).click();
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Submitted' })).toBeVisible();
  await desk.closeDialog();
  await expect(page.getByText('In review', { exact: true })).toBeVisible();
  await desk.more('Give back to its writer…');
  await page.getByRole('button', { name: 'Give back' }).click();
  await expect(page.getByRole('heading', { name: 'Given back' })).toBeVisible();
  await desk.closeDialog();
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Submit for review…' })).toBeVisible();
});
