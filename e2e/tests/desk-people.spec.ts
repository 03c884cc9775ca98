import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { makeUser, signIn, signInAs } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';

const newEmail = () => `guest-${randomBytes(4).toString('hex')}@herald.example`;

/** The link in the newest mail to this address, as the admin who is signed in reads it at the desk. */
async function linkInMail(page: Page, to: string): Promise<string> {
  const mail = page.getByRole('article').filter({ hasText: to }).first();
  await expect(async () => {
    await page.goto('/desk/mail');
    await expect(mail).toBeVisible({ timeout: 1000 });
  }).toPass();
  const link = await mail.getByRole('link').getAttribute('href');
  expect(link).toMatch(/^http:\/\/localhost:\d+\/desk\/(invitation|reset)\/[\w-]{20,}$/);
  return link as string;
}

test('somebody is invited, comes in by the mail, is suspended and let in again', async ({
  site,
  page,
  browser,
  axe,
}) => {
  await signInAs(page, site, 'admin');
  const email = newEmail();
  await page.goto('/desk/people');
  await axe(page);
  await page.getByRole('button', { name: 'Invite' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('E-mail address').fill('no address');
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(form.getByText('Write an address such as name@example.org.')).toBeVisible();
  await axe(page);
  await form.getByLabel('E-mail address').fill(email);
  await form.getByLabel('Role').selectOption('editor');
  await form.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(page.getByText(`${email} is invited. The link to pass on stands under “Mail”.`)).toBeVisible();
  await expect(
    page
      .getByRole('table', { name: /Invitations/ })
      .getByRole('row')
      .filter({ hasText: email }),
  ).toContainText('Editor');
  const link = await linkInMail(page, email);
  await axe(page);

  const theirs = await browser.newContext({ baseURL: site.url });
  const guest = await theirs.newPage();
  await guest.goto(link);
  await axe(guest);
  await guest.getByLabel('Name').fill('Grace Hopper');
  await guest.getByLabel('Password').fill('nine patient moths');
  await guest.getByRole('button', { name: 'Join' }).click();
  await expect(guest).toHaveURL(/\/desk\/articles$/);

  await page.goto('/desk/people');
  const row = page.getByRole('row').filter({ hasText: email });
  await expect(row).toContainText('Signed in');
  await page.getByRole('button', { name: 'Actions for Grace Hopper' }).click();
  await page.getByRole('menuitem', { name: 'Suspend…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click();
  await expect(row).toContainText('Suspended');
  await guest.reload();
  await expect(guest).toHaveURL(/\/desk\/sign-in/);

  await page.getByRole('button', { name: 'Actions for Grace Hopper' }).click();
  await page.getByRole('menuitem', { name: 'Let in again' }).click();
  await expect(row).toContainText('Signed out');
  await signIn(guest, { email, password: 'nine patient moths' });
  await theirs.close();
});

test('an invitation that is sent again or withdrawn closes the link of before', async ({
  site,
  page,
  allowedConsole,
}) => {
  allowedConsole.push(/404/);
  await signInAs(page, site, 'admin');
  const email = newEmail();
  await site.broadsheet('user', 'invite', email, '--role', 'author');
  const first = await linkInMail(page, email);
  await page.goto('/desk/people');
  await page.getByRole('button', { name: `Make a new link for ${email}` }).click();
  await expect(page.getByText(`The new link for ${email} stands under “Mail”.`)).toBeVisible();
  await expect.poll(() => linkInMail(page, email)).not.toBe(first);
  const second = await linkInMail(page, email);
  expect((await fetch(first)).status).toBe(404);
  expect((await fetch(second)).status).toBe(200);
  await page.goto('/desk/people');
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click();
  await expect(page.getByRole('row').filter({ hasText: email })).toHaveCount(0);
  expect((await page.goto(second))?.status()).toBe(404);
  await expect(page.getByRole('main')).toContainText('This link opens nothing');
});

test('another role takes hold at once, and with the keyboard alone', async ({ site, page, browser }) => {
  const colleague = await makeUser(page, site, 'author');
  const theirs = await browser.newContext({ baseURL: site.url });
  const there = await theirs.newPage();
  await signIn(there, colleague);
  await signInAs(page, site, 'admin');
  await page.goto('/desk/people');
  const row = page.getByRole('row').filter({ hasText: colleague.email });
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Change the role…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('combobox').selectOption('editor');
  await dialog.getByRole('button', { name: 'Change the role' }).press('Enter');
  await expect(row).toContainText('Editor');
  await there.reload();
  await expect(there).toHaveURL(/sign-in/);
  await theirs.close();
});

test('a lost password is replaced by mail, and asking tells nothing of who has an account', async ({
  site,
  page,
  browser,
  axe,
}) => {
  const user = await makeUser(page, site, 'author');
  const answers: string[] = [];
  for (const email of ['nobody@herald.example', user.email]) {
    await page.goto('/desk/reset');
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('heading', { name: 'Ask an admin for the link' })).toBeVisible();
    answers.push((await page.getByRole('main').textContent()) ?? '');
  }
  expect(answers[0]).toBe(answers[1]);
  await axe(page);

  const admins = await browser.newContext({ baseURL: site.url });
  const desk = await admins.newPage();
  await signInAs(desk, site, 'admin');
  const link = await linkInMail(desk, user.email);
  await expect(desk.getByText('nobody@herald.example')).toHaveCount(0);
  await admins.close();

  await page.goto(link);
  await axe(page);
  await page.getByLabel('New password').fill('four honest umbrellas');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/desk\/articles$/);
  expect((await fetch(link)).status).toBe(404);
  await page.context().clearCookies();
  await signIn(page, { email: user.email, password: 'four honest umbrellas' });
});

test("who sends an admin's action without being one changes nothing", async ({ site, page, browser }) => {
  const colleague = await makeUser(page, site, 'author');
  await signInAs(page, site, 'admin');
  await page.goto('/desk/people');
  const sent = page.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  await page.getByRole('button', { name: `Actions for ${colleague.name}` }).click();
  await page.getByRole('menuitem', { name: 'Change the role…' }).click();
  await page.getByRole('alertdialog').getByRole('combobox').selectOption('editor');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Change the role' }).click();
  const request = await sent;
  const row = page.getByRole('row').filter({ hasText: colleague.email });
  await expect(row).toContainText('Editor');

  const forge = (cookie: string) =>
    fetch(`${site.url}/desk/articles`, {
      method: 'POST',
      headers: {
        'next-action': request.headers()['next-action'] ?? '',
        'content-type': request.headers()['content-type'] ?? '',
        accept: 'text/x-component',
        origin: site.url,
        cookie,
      },
      body: request.postData()?.replace('"editor"', '"admin"'),
    }).then((response) => response.text());
  const theirs = await browser.newContext({ baseURL: site.url });
  await signInAs(await theirs.newPage(), site, 'contributor');
  const [{ name, value } = { name: '', value: '' }] = await theirs.cookies();
  expect(await forge(`${name}=${value}`)).toContain('"code":"forbidden"');
  expect(await forge('')).toContain('"code":"forbidden"');
  await theirs.close();
  await page.reload();
  await expect(row).toContainText('Editor');
});
