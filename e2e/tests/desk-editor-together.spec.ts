import { makeUser, signIn, signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { StoryDesk } from '../pages/story-desk.ts';
import { ask } from '../pages/surfaces.ts';

// A browser says so itself when its line is cut.
test.use({ allowedConsole: [/ERR_INTERNET_DISCONNECTED|Failed to load resource/] });

test.beforeAll(async ({ site }) => {
  await site.write({ headline: 'The story before', section: 'Town' });
});

test('two editors in one story see each other, and nobody loses a word', async ({ page, site, browser, axe }) => {
  await signInAs(page, site, 'editor');
  const ada = new StoryDesk(page);
  const articleId = await ada.begin();
  await ada.chooseSection('Town');
  await ada.headline.fill('Where both began');
  await ada.saved();

  const second = await browser.newContext({ baseURL: site.url });
  const bo = new StoryDesk(await second.newPage());
  const boUser = await makeUser(bo.page, site, 'editor');
  await signIn(bo.page, boUser);
  await bo.open(articleId);
  await expect(bo.page.getByText(/is here too/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(`${boUser.name} is here too`)).toBeVisible();

  // Bo's line is cut while both write.
  await second.setOffline(true);
  await bo.headline.fill('As Bo would have it');
  await bo.standfirst.fill('Only Bo wrote this.');
  await expect(bo.status).toHaveText(/Not saved: no connection/);
  await ada.headline.fill('As Ada would have it');
  await ada.saved();
  await second.setOffline(false);

  const both = bo.page.getByRole('dialog', { name: 'This story was changed while you were writing' });
  await expect(both).toContainText('As Bo would have it');
  await expect(both).toContainText('As Ada would have it');
  await axe(bo.page);
  await both
    .getByRole('group', { name: /Headline/ })
    .getByRole('radio', { name: /Saved by/ })
    .check();
  await both.getByRole('button', { name: 'Save these words' }).click();
  await bo.saved();
  await expect(bo.headline).toHaveValue('As Ada would have it');
  await expect(bo.standfirst).toHaveValue('Only Bo wrote this.');
  // Ada, who has nothing unsaved, gets the newest words without asking.
  await expect(ada.standfirst).toHaveValue('Only Bo wrote this.', { timeout: 30_000 });

  await page.goto(`/desk/articles/${articleId}/revisions`);
  await expect(page.getByText('As Bo would have it').first()).toBeVisible();
  await second.close();
});

test("another's newer words are not published unseen", async ({ page, site, browser }) => {
  await signInAs(page, site, 'editor');
  const ada = new StoryDesk(page);
  const articleId = await ada.begin();
  await ada.chooseSection('Town');
  await ada.headline.fill('Seen by Ada');
  await ada.saved();
  await page.getByRole('button', { name: 'Publish…' }).click();

  const second = await browser.newContext({ baseURL: site.url });
  const bo = new StoryDesk(await second.newPage());
  await signIn(bo.page, await makeUser(bo.page, site, 'editor'));
  await bo.open(articleId);
  // Ada hears nothing of it before she presses the button.
  await page.route('**/presence', (route) => route.abort());
  await bo.headline.fill('Changed by Bo');
  await bo.saved();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText(/has saved newer words since you opened this story/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(ada.headline).toHaveValue('Changed by Bo');
  expect((await ask(site, '/')).text).not.toContain('Changed by Bo');
  await second.close();
});

test('words written without a line are kept through a reload and saved when it is back', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await desk.headline.fill('Before the tunnel');
  await desk.saved();
  await page.route('**/draft', (route) => route.abort());
  await desk.headline.fill('Written in the tunnel');
  await expect(desk.status).toHaveText(/Not saved: no connection/);
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await expect(desk.headline).toHaveValue('Written in the tunnel');
  await expect(page.getByText('Words that an earlier page could not save have been brought back.')).toBeVisible();
  await page.unroute('**/draft');
  await desk.saved();
  await page.evaluate(() => localStorage.clear());
  await desk.open(articleId);
  await expect(desk.headline).toHaveValue('Written in the tunnel');
});

test('whoever leaves with words that cannot be saved is asked first', async ({ page, site }) => {
  await signInAs(page, site, 'author');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('Saved');
  await desk.saved();
  await page.route('**/draft', (route) => route.abort());
  await desk.headline.fill('Not saved');
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  const question = page.getByRole('dialog', { name: 'Leave with unsaved words?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(desk.headline).toHaveValue('Not saved');
  await page.unroute('**/draft');
  await page.getByRole('link', { name: 'Back to the articles' }).click();
  await page.waitForURL(/\/desk\/articles$/);
});

test('whose session ends while writing keeps the words, signs in elsewhere and goes on', async ({
  page,
  site,
  context,
}) => {
  const user = await makeUser(page, site, 'author');
  await signIn(page, user);
  const desk = new StoryDesk(page);
  const articleId = await desk.begin();
  await context.clearCookies();
  await desk.headline.fill('Written while signed out');
  const ended = page.getByRole('dialog', { name: 'You are signed out' });
  await expect(ended).toBeVisible();
  const tab = await context.newPage();
  await signIn(tab, user);
  await tab.close();
  await ended.getByRole('button', { name: 'I have signed in' }).click();
  await desk.saved();
  await expect(ended).toHaveCount(0);
  await desk.open(articleId);
  await expect(desk.headline).toHaveValue('Written while signed out');
});

test('a contributor cannot publish by any door, nor open the story of another', async ({ page, site }) => {
  await signInAs(page, site, 'editor');
  const editor = new StoryDesk(page);
  const others = await editor.begin();
  await editor.headline.fill('Not yours');
  await editor.chooseSection('Town');
  // The action's own address and id, as the editor's browser sends them.
  const sent = page.waitForRequest(
    (request) =>
      request.method() === 'POST' &&
      'next-action' in request.headers() &&
      request.postData()?.includes('draftVersion') === true,
  );
  await editor.publish();
  const forged = await sent;
  await page.context().clearCookies();

  await signInAs(page, site, 'contributor');
  const desk = new StoryDesk(page);
  const own = await desk.begin();
  await desk.headline.fill('Let me out');
  await desk.chooseSection('Town');
  await desk.saved();
  await expect(page.getByRole('button', { name: /Publish/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Submit for review…' })).toBeVisible();

  const answer = await page.request.post(`/desk/articles/${own}`, {
    headers: {
      'next-action': forged.headers()['next-action'] as string,
      'content-type': 'text/plain;charset=UTF-8',
      origin: site.url,
    },
    data: JSON.stringify([{ articleId: own, draftVersion: 2, substantive: true }]),
  });
  expect(await answer.text()).toContain('forbidden');
  const save = await page.request.post(`/desk/articles/${others}/draft`, {
    headers: { origin: site.url },
    data: { baseVersion: 2, saveId: crypto.randomUUID(), content: { headline: 'Mine now' } },
  });
  expect(await save.json()).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect((await page.goto(`/desk/articles/${others}`))?.status()).toBe(403);
  await expect(page.getByText('You may not edit this article.')).toBeVisible();
  expect((await ask(site, '/')).text).not.toContain('Let me out');
});

test('nobody who is signed out reads or saves a story', async ({ site, request }) => {
  const { articleId } = await site.write({ headline: 'Secret', section: 'Town' }, { publish: false });
  const address = `${site.url}/desk/articles/${articleId}/draft`;
  expect((await request.get(address)).status()).toBe(401);
  expect((await request.post(address, { data: {} })).status()).toBe(401);
  const foreign = await request.post(address, { data: {}, headers: { origin: 'https://evil.example' } });
  expect(foreign.status()).toBe(403);
});

test('the editor is usable on the smallest phone: nothing scrolls sideways', async ({ page, site, axe }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  await desk.begin();
  await desk.headline.fill('A headline that is long enough to wrap on a phone of three hundred and twenty pixels');
  await desk.words.fill('Words.');
  await desk.saved();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await overflow()).toBe(0);
  await axe(page);
});

test('an open editor shows what becomes of the story elsewhere, and words typed meanwhile stay', async ({
  page,
  site,
}) => {
  test.setTimeout(150_000);
  await signInAs(page, site, 'editor');
  const desk = new StoryDesk(page);
  const { articleId } = await site.write({ headline: 'Seen from far', section: 'Town' }, { publish: false });
  await desk.open(articleId);
  await desk.standfirst.fill('Typed meanwhile.');
  await desk.saved();
  await site.broadsheet('article', 'schedule', articleId, '--at', '+25');
  await expect(page.getByText('To be public on')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Changes not scheduled')).toBeVisible();
  await expect(page.getByText('Changes not public')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Update…' })).toBeVisible();
  await expect(desk.standfirst).toHaveValue('Typed meanwhile.');
  await site.broadsheet('article', 'kill', articleId, '--reason', 'test');
  await expect(page.getByText('Killed', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  await expect(desk.standfirst).toHaveValue('Typed meanwhile.');
});

test('of two people who changed different paragraphs both are kept', async ({ page, site, browser }) => {
  const body = 'The first stands.\n\nThe middle stands.\n\nThe last stands.';
  const { articleId } = await site.write({ headline: 'In two hands', section: 'Town', body }, { publish: false });
  await signInAs(page, site, 'editor');
  const ada = new StoryDesk(page);
  await ada.open(articleId);
  const second = await browser.newContext({ baseURL: site.url });
  const bo = new StoryDesk(await second.newPage());
  await signIn(bo.page, await makeUser(bo.page, site, 'editor'));
  await bo.open(articleId);

  await second.setOffline(true);
  await bo.words.getByText('The last stands.').click();
  await bo.page.keyboard.press('End');
  await bo.page.keyboard.type(' Bo was here.');
  await expect(bo.status).toHaveText(/Not saved: no connection/);
  await ada.words.getByText('The first stands.').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Ada was here.');
  await ada.saved();
  await second.setOffline(false);

  const both = bo.page.getByRole('dialog', { name: 'This story was changed while you were writing' });
  await expect(both.getByRole('radio', { name: /^Both: the paragraphs that .* changed/ })).toBeChecked();
  await both.getByRole('button', { name: 'Save these words' }).click();
  await bo.saved();
  const lines = ['The first stands. Ada was here.', 'The middle stands.', 'The last stands. Bo was here.'];
  await expect(bo.words.locator('p')).toHaveText(lines);
  await expect(ada.words.locator('p')).toHaveText(lines, { timeout: 30_000 });
  await second.close();
});
