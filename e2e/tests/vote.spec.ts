import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a vote on a cached page counts once, however often it is sent, and can be withdrawn', async ({
    site,
    page,
  }) => {
    const { path, articleId } = await site.write({ headline: 'Votable by form', section: 'World' });
    await ask(site, path);
    const votes = async () => (await (await fetch(`${site.url}/api/votes?article=${articleId}`)).json()).votes;
    await page.goto(path);
    await page.getByRole('button', { name: /veryGood!/ }).click();
    await expect(page).toHaveURL(/\/vote\//);
    await expect(page.getByRole('main')).toContainText(/counted/);
    expect(await votes()).toBe(1);
    await page.goto(path);
    await page.getByRole('button', { name: /veryGood!/ }).click();
    await expect(page).toHaveURL(/\/vote\//);
    expect(await votes()).toBe(1);
    await page.getByRole('button', { name: /withdraw|take back/i }).click();
    await expect(page.getByRole('main')).toContainText(/withdrawn|taken back/i);
    expect(await votes()).toBe(0);
  });
});

test('with JavaScript a vote counts in place, once, and can be withdrawn', async ({ site, page, context }) => {
  const { path, articleId } = await site.write({ headline: 'Votable in place', section: 'World' });
  await ask(site, path);
  const stored = async () => (await (await fetch(`${site.url}/api/votes?article=${articleId}`)).json()).votes;
  await page.goto(path);
  expect(await context.cookies(), 'reading sets no cookie').toEqual([]);
  const button = page.getByRole('button', { name: /veryGood!/ });
  await button.scrollIntoViewIfNeeded();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(stored).toBe(1);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  await page.reload();
  await button.scrollIntoViewIfNeeded();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(stored).toBe(0);
});

test('a vote neither purges the page nor sends anybody else to the database', async ({ site }) => {
  // What the worker finds related to the story would purge its page at some moment as well.
  await site.stopWorker();
  const { path, articleId } = await site.write({ headline: 'Cached and voted on', section: 'World' });
  const before = await ask(site, path);
  const vote = await ask(site, '/api/votes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify({ articleId, intent: 'vote' }),
  });
  expect(vote.status).toBe(200);
  const after = await ask(site, path);
  expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
  site.startWorker();
});

test('a vote that another site posts is refused', async ({ site }) => {
  const { articleId } = await site.write({ headline: 'Targeted', section: 'World' });
  const vote = await ask(site, '/api/votes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    body: JSON.stringify({ articleId, intent: 'vote' }),
  });
  expect(vote.status).toBe(403);
});
