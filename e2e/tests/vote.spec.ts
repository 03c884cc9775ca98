import { largestCrowd } from '#features/vote/bursts.ts';
import { signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask, askSettled } from '../pages/surfaces.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('that a story is read is told by the page itself, once it is opened', async ({ site, page }) => {
    const { path } = await site.write({ headline: 'Read without a script', section: 'World' });
    const told = page.waitForResponse(/\/api\/views/);
    await page.goto(path);
    expect((await told).status()).toBe(204);
    expect(await page.context().cookies(), 'reading sets no cookie').toEqual([]);
  });

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

test('another browser sees the new number on the cached page', async ({ site, page, browser }) => {
  const { path } = await site.write({ headline: 'Seen by another', section: 'World' });
  await ask(site, path);
  await page.goto(path);
  await page.getByRole('button', { name: /veryGood!/ }).click();
  await expect(page.getByText('Your vote is counted.')).toBeVisible();
  const other = await (await browser.newContext()).newPage();
  await other.goto(site.url + path);
  await other.getByRole('button', { name: /veryGood!/ }).scrollIntoViewIfNeeded();
  await expect(other.getByText(/^Votes: 1$/)).toBeVisible();
  await expect(other.getByRole('button', { name: /veryGood!/ })).toHaveAttribute('aria-pressed', 'false');
  await other.context().close();
});

test('whoever doubts the tally comes from it to the count, for people and for programs', async ({ site, page }) => {
  const { path, articleId } = await site.write({ headline: 'Counted by anybody', section: 'World' });
  await page.goto(path);
  await page.getByRole('button', { name: /veryGood!/ }).click();
  await expect(page.getByText('Your vote is counted.')).toBeVisible();
  await page.getByRole('link', { name: 'Count them yourself' }).click();
  await expect(page.getByRole('row', { name: 'Shown beside the story 1' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Counted one by one just now 1' })).toBeVisible();
  await expect(page.getByText('Both numbers agree.')).toBeVisible();
  await expect(page.getByText('No day is sealed yet')).toBeVisible();

  const record = await ask(site, `${path}/votes.json`);
  expect(JSON.parse(record.text)).toMatchObject({ id: articleId, tally: 1, ledger: 1, seals: [] });
  const moved = await ask(site, `${path.replace('/world', '/World')}/votes.json`);
  expect([moved.status, moved.headers.get('location')]).toEqual([308, `${path}/votes.json`]);
  const today = new Date().toISOString().slice(0, 10);
  for (const nothing of [`${path}/votes/${today}`, `${path}/votes/yesterday`, '/world/nothing/votes.json']) {
    expect((await ask(site, nothing)).status, nothing).toBe(404);
  }
  await site.broadsheet('article', 'kill', articleId, '--reason', 'test');
  for (const gone of [`${path}/votes`, `${path}/votes.json`]) {
    await expect.poll(async () => (await ask(site, gone)).status, gone).toBe(410);
  }
});

test('who clears the cookie and votes again and again is held, and an editor judges it', async ({
  site,
  page,
  axe,
}) => {
  const { path, articleId } = await site.write({ headline: 'Voted on by one person', section: 'World' });
  const votes = async () => (await (await fetch(`${site.url}/api/votes?article=${articleId}`)).json()).votes;
  await page.goto(path);
  // As often as a browser can that keeps no cookie; another address of the machine would be another network.
  const statuses = await page.evaluate(
    async ([article, times]) => {
      const seen = new Set<number>();
      for (let count = 0; count < times; count += 1) {
        const body = new URLSearchParams({ articleId: article, intent: 'vote' });
        seen.add((await fetch('/api/votes', { method: 'POST', body, credentials: 'omit' })).status);
      }
      return [...seen];
    },
    [articleId, largestCrowd] as const,
  );
  expect(statuses).toEqual([200]);
  expect(await votes()).toBe(largestCrowd);
  await page.getByRole('button', { name: /veryGood!/ }).click();
  await expect(page.getByText(/Your vote is kept, and counts once an editor has looked at it/)).toBeVisible();
  await expect.poll(votes).toBe(0);

  await signInAs(page, site, 'editor');
  await page.goto(`${site.url}/desk/votes`);
  const held = page.getByRole('row', { name: /Voted on by one person/ });
  await expect(held).toContainText(String(largestCrowd + 1));
  await axe(page);
  await held.getByRole('button', { name: /^Accept/ }).click();
  await expect(page.getByText('No votes are held')).toBeVisible();
  await expect(held).toContainText('Accepted');
  await expect.poll(votes).toBe(largestCrowd + 1);
});

test('a vote neither purges the page nor sends anybody else to the database', async ({ site }) => {
  // What the worker finds related to the story would purge its page at some moment as well.
  await site.stopWorker();
  const { path, articleId } = await site.write({ headline: 'Cached and voted on', section: 'World' });
  const before = await askSettled(site, path);
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
