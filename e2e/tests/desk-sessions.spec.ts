import { randomBytes } from 'node:crypto';
import { makeUser, signIn } from '../fixtures/desk.ts';
import { expect, test } from '../fixtures/test.ts';
import { fitsPhone } from '../pages/phone.ts';
import { ask } from '../pages/surfaces.ts';

const password = 'seven quiet harbours';

test.describe('a session', () => {
  for (const [what, command] of [
    ['suspended', ['suspend']],
    ['given another role', ['role']],
    ['signed out by an admin', ['end-sessions']],
  ] as const) {
    test(`of somebody ${what} is over with the next request`, async ({ site, page }) => {
      const user = await makeUser(page, site, 'editor');
      await signIn(page, user);
      await site.broadsheet('user', ...command, user.email, ...(command[0] === 'role' ? ['author'] : []));
      await page.reload();
      await expect(page).toHaveURL(/\/desk\/sign-in\?to=%2Fdesk%2Farticles$/);
    });
  }

  test('that is forged lets nobody in, and an action that is made up is none', async ({
    site,
    page,
    allowedConsole,
  }) => {
    allowedConsole.push(/404|403/);
    for (const value of [
      'forged',
      randomBytes(64).toString('base64url'),
      'eyJhbGciOiJub25lIn0.eyJzZXNzaW9uSWQiOiIxIn0.',
    ]) {
      await page.context().addCookies([{ name: 'broadsheet.session', value, url: site.url }]);
      await page.goto('/desk/people');
      await expect(page).toHaveURL(/\/desk\/sign-in\?to=%2Fdesk%2Fpeople$/);
    }
    const action = await ask(site, '/desk/sign-in', {
      method: 'POST',
      headers: { 'next-action': '40'.padEnd(42, '0'), 'content-type': 'text/plain', origin: site.url },
      body: '[]',
    });
    expect([404, 409]).toContain(action.status);
  });

  test("can be seen and ended from another browser of one's own", async ({ site, page, browser, axe }) => {
    const user = await makeUser(page, site, 'author');
    await signIn(page, user);
    const other = await browser.newContext({ baseURL: site.url });
    const there = await other.newPage();
    await signIn(there, user);
    await page.goto('/desk/account');
    await axe(page);
    await fitsPhone(page);
    await page
      .getByRole('button', { name: /^End the session of Chrome/ })
      .first()
      .click();
    await expect(page.getByText('The session is ended.')).toBeVisible();
    await there.reload();
    await page.goto('/desk/account');
    const out = [there.url(), page.url()].filter((url) => url.includes('sign-in'));
    expect(out).toHaveLength(1);
    expect(out[0]).toBe(there.url());
    await other.close();
  });

  test('stays where the password is changed, and ends everywhere else', async ({ site, page, browser, axe }) => {
    const user = await makeUser(page, site, 'author');
    await signIn(page, user);
    const other = await browser.newContext({ baseURL: site.url });
    const there = await other.newPage();
    await signIn(there, user);
    await page.goto('/desk/account');
    await page.getByLabel('Present password').fill('not this one');
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(page.getByText('This is not your present password.')).toBeVisible();
    await axe(page);
    await page.getByLabel('Present password').fill(user.password);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Change the password' }).click();
    await expect(page.getByText('The password is changed.')).toBeVisible();
    await there.reload();
    await expect(there).toHaveURL(/sign-in/);
    await page.reload();
    await expect(page).toHaveURL(/\/desk\/account$/);
    await signIn(there, { email: user.email, password });
    await other.close();
  });
});
