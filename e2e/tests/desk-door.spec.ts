import type { Page } from '@playwright/test';
import { makeUser, signInAs } from '../fixtures/desk.ts';
import { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';
import { fitsPhone } from '../pages/phone.ts';
import { ask } from '../pages/surfaces.ts';

const password = 'seven quiet harbours';

const main = (page: Page) => page.getByRole('main');

test.describe('the first admin', () => {
  test('comes in by the link of the start, by keyboard alone, and the link opens nothing more', async ({
    page,
    axe,
  }) => {
    const fresh = await Site.start({ worker: false });
    try {
      const older = await fresh.broadsheet('user', 'first-admin');
      const { link = '' } = await fresh.broadsheet('user', 'first-admin');
      expect((await fetch(older.link ?? '')).status).toBe(404);
      await page.goto(link);
      await axe(page);
      await fitsPhone(page);
      await page.getByLabel('Name').focus();
      await page.keyboard.type('Ada Lovelace');
      await page.keyboard.press('Tab');
      await page.keyboard.type('ada@herald.example');
      await page.keyboard.press('Tab');
      await page.keyboard.type('too short');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Use at least 12 characters')).toBeVisible();
      await expect(page.getByLabel('Password')).toBeFocused();
      await expect(page.getByLabel('Name')).toHaveValue('Ada Lovelace');
      await axe(page);
      await page.keyboard.type(password);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/desk\/articles$/);
      await expect(page.getByText('Ada Lovelace').filter({ visible: true }).first()).toBeVisible();
      expect((await fetch(link)).status).toBe(404);
      await expect(fresh.broadsheet('user', 'first-admin')).rejects.toThrow(/an admin can invite you/);
    } finally {
      await fresh.stop();
    }
  });
});

test.describe('signing in', () => {
  test('leads on to the page that was asked for, and signing out leads out', async ({ site, page, axe }) => {
    const { email, password: own } = await makeUser(page, site, 'editor');
    await page.goto('/desk/articles?state=draft');
    await expect(page).toHaveURL(/\/desk\/sign-in\?to=/);
    await axe(page);
    await fitsPhone(page);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(own);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/desk\/articles\?state=draft$/);
    const [cookie, ...others] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: 'broadsheet.session', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(others).toEqual([]);
    await page.goto('/desk/sign-in?to=/desk/account');
    await expect(page).toHaveURL(/\/desk\/account$/);
    await page.getByRole('button', { name: 'Sign out' }).filter({ visible: true }).click();
    await expect(page).toHaveURL(/\/desk\/sign-in$/);
    if (cookie) await page.context().addCookies([cookie]);
    await page.goto('/desk/account');
    await expect(page, 'the session has ended, not only its cookie').toHaveURL(/\/desk\/sign-in\?to=/);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('works, and keeps the address of who mistyped the password', async ({ site, page }) => {
      const user = await makeUser(page, site, 'author');
      await page.goto('/desk/sign-in?to=/desk/account');
      await page.getByLabel('E-mail address').fill(user.email);
      await page.getByLabel('Password').fill('mistyped');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(main(page).getByRole('alert')).toHaveText('The e-mail address or the password is wrong.');
      await expect(page.getByLabel('E-mail address')).toHaveValue(user.email);
      await expect(page.getByLabel('Password')).toHaveValue('');
      await page.getByLabel('Password').fill(user.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(/\/desk\/account$/);
    });
  });

  test('tells an unknown account, a suspended one and a wrong password apart by nothing', async ({
    site,
    page,
    axe,
  }) => {
    const [active, suspended] = [await makeUser(page, site, 'author'), await makeUser(page, site, 'author')];
    await site.broadsheet('user', 'suspend', suspended.email);
    const tries = [{ email: 'nobody@herald.example', password }, { email: active.email, password }, suspended];
    const answers: string[] = [];
    for (const { email, password: tried } of tries) {
      await page.goto('/desk/sign-in');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(tried);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(main(page).getByRole('alert')).toBeVisible();
      answers.push((await main(page).textContent()) ?? '');
    }
    await axe(page);
    expect(new Set(answers).size).toBe(1);
    expect(await page.context().cookies()).toEqual([]);
  });

  test('is stopped for who guesses, with a sentence that says for how long', async ({ site, page }) => {
    const { email } = await makeUser(page, site, 'author');
    await page.goto('/desk/sign-in');
    await page.getByLabel('E-mail address').fill(email);
    for (let guess = 0; guess < 11; guess += 1) {
      await page.getByLabel('Password').fill(`guess ${guess}`);
      await page.getByRole('button', { name: 'Sign in' }).click();
      // The answer empties the field: typed any sooner, the next guess would go with it.
      await expect(page.getByLabel('Password')).toHaveValue('');
    }
    await expect(main(page).getByRole('alert')).toContainText(/tried too often; try again in \d+ minutes?\./);
  });

  test('leads nowhere but to the desk, wherever a link says to go on', async ({ site, page }) => {
    const user = await signInAs(page, site, 'contributor');
    for (const to of [
      'https://evil.example/',
      '//evil.example/desk',
      '/\\evil.example',
      '/desk/..//evil.example',
      '/%5Cevil.example',
      'javascript:alert(1)',
    ]) {
      await page.context().clearCookies();
      await page.goto(`/desk/sign-in?to=${encodeURIComponent(to)}&callbackUrl=${encodeURIComponent(to)}`);
      // What the form carries can be changed by whoever sends it.
      await page.locator('input[name=to]').evaluate((input, value) => input.setAttribute('value', value), to);
      await page.getByLabel('E-mail address').fill(user.email);
      await page.getByLabel('Password').fill(user.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page, to).toHaveURL(`${site.url}/desk/articles`);
    }
  });
});

test("the desk's answers are kept by nobody and run no script but their own", async ({ site }) => {
  for (const path of ['/desk', '/desk/sign-in', '/desk/people', '/desk/reset/x']) {
    const { headers, text } = await ask(site, path);
    expect(headers.get('cache-control'), path).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy).toContain("object-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    for (const [script] of text.matchAll(/<script\b[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`);
  }
});

test('there is no other door: what next-auth would answer by itself is not there', async ({ site }) => {
  for (const path of ['/api/auth/signin', '/api/auth/session', '/api/auth/callback/credentials']) {
    expect((await ask(site, path)).status, path).toBe(404);
  }
});

test('an admin uses the desk of people; who is none is told so in a sentence', async ({
  site,
  page,
  axe,
  allowedConsole,
}) => {
  allowedConsole.push(/403/);
  await signInAs(page, site, 'contributor');
  const answer = await page.goto('/desk/people');
  expect(answer?.status()).toBe(403);
  await expect(main(page)).toContainText('Your role does not use this page.');
  await axe(page);
  expect((await page.goto('/desk/mail'))?.status()).toBe(403);
  await expect(page.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
});
