import { type IncomingMessage, request as send } from 'node:http';
import { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';

/** Posts as a front server would that ends HTTPS. */
function post(url: string, headers: Record<string, string>, body: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    send(url, { method: 'POST', headers: { ...headers, 'content-length': String(body.length) } })
      .on('response', (response) => resolve(response.resume()))
      .on('error', reject)
      .end(body);
  });
}

test('behind HTTPS the cookie is bound to its host, whatever host a request names', async ({
  page,
  allowedConsole,
}) => {
  allowedConsole.push(/Failed to (fetch|load)/);
  const own = await Site.start({ worker: false });
  try {
    const { link = '' } = await own.broadsheet('user', 'first-admin');
    await own.stopServer();
    await own.startServer({ SITE_URL: 'https://news.example' });
    await page.goto(link);
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('E-mail address').fill('ada@herald.example');
    await page.getByLabel('Password').fill('seven quiet harbours');
    await page.route(link, (route) => route.abort());
    const posted = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: 'Make the account' }).click();
    const form = await posted;
    const host = 'elsewhere.example';
    const headers = { ...form.headers(), origin: 'https://news.example', host, 'x-forwarded-proto': 'https' };
    const answer = await post(link, headers, form.postDataBuffer() ?? Buffer.alloc(0));
    expect(answer.headers['x-action-redirect']).toMatch(/^\/desk;/);
    const cookie = answer.headers['set-cookie']?.find((set) => set.includes('session='));
    expect(cookie).toMatch(/^__Host-broadsheet\.session=[^;]+;(?=.* Path=\/;)(?=.* Secure)(?=.* HttpOnly)/);
    expect(cookie).not.toContain('Domain');
  } finally {
    await own.stop();
  }
});
