import { pageRoutes } from '../doors/routes.ts';
import { type DeskUser, makeUser } from '../fixtures/desk.ts';
import { word } from '../fixtures/newsroom.ts';
import type { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';
import { isSound } from '../pages/sound.ts';

type Examples = Record<string, readonly string[]>;

/** Chromium says in the console that a page itself was answered with an error. */
test.use({ allowedConsole: [/the server responded with a status of 4(03|04|10)/] });

const longWord = 'averyveryverylongwordthatcannotbebrokenanywherebutmustnotmakethepagescrollsidewaysonasmallphone';

const story = {
  headline: `A story with all that a body can hold, and with ${longWord} in it`,
  section: 'World',
  slug: 'all',
  tags: ['Ships'],
  bylines: ['Ann Other'],
  standfirst: 'A standfirst.',
  body: `First paragraph with a [link](https://example.org/).

## A heading

- one
- two

| Year | Ships |
| --- | --- |
| 2025 | 12 |

> A quotation.

${longWord}
`,
};

let articleId = '';
let killed = '';
let admin: DeskUser;

test.beforeAll(async ({ site, browser }) => {
  test.setTimeout(240_000);
  ({ articleId } = await site.write(story));
  await site.write(story, { into: articleId });
  await site.write({ ...story, slug: 'arabic', headline: 'حكاية عن السفن', language: 'ar' });
  ({ articleId: killed } = await site.write({ ...story, slug: 'killed' }));
  await site.broadsheet('article', 'kill', killed, '--reason', 'test');
  const page = await browser.newPage({ baseURL: site.url });
  admin = await makeUser(page, site, 'admin');
  await page.close();
});

/** An address of each page, by the folder that it lies in, and more of those that have more than one face. */
const reader = async (site: Site): Promise<Examples> => {
  const [year, month] = new Date().toISOString().split('-');
  const preview = await site.broadsheet('article', 'preview', articleId);
  return {
    '/': ['/'],
    '/[...unmatched]': ['/nothing/at/all/here'],
    '/[section]': ['/world', '/nothing'],
    '/[section]/[slug]': ['/world/all', '/world/arabic', '/world/killed'],
    '/[section]/archive': ['/world/archive'],
    '/[section]/archive/[year]': [`/world/archive/${year}`],
    '/[section]/archive/[year]/[month]': [`/world/archive/${year}/${month}`],
    '/author/[handle]': ['/author/ann-other'],
    '/preview/[token]': [pathOf(preview.url), '/preview/nothing'],
    '/search': ['/search', '/search?q=story', '/search?q=nothingatall'],
    '/tag/[tag]': ['/tag/ships'],
    '/vote/[articleId]': [`/vote/${articleId}`],
  };
};

/** What somebody sees who is not signed in. That of the first admin is seen where the first admin comes in. */
const door = async (site: Site): Promise<Examples> => {
  const invitation = await site.broadsheet('user', 'invite', newEmail(), '--role', 'author', '--link');
  const reset = await site.broadsheet('user', 'reset-link', admin.email);
  return {
    '/desk/first-admin/[token]': ['/desk/first-admin/nothing'],
    '/desk/invitation/[token]': [pathOf(invitation.link), '/desk/invitation/nothing'],
    '/desk/reset': ['/desk/reset', '/desk/reset?sent=1'],
    '/desk/reset/[token]': [pathOf(reset.link), '/desk/reset/nothing'],
    '/desk/sign-in': ['/desk/sign-in'],
  };
};

const groups = { reader, door } satisfies Record<string, (site: Site) => Promise<Examples>>;

for (const [name, examples] of Object.entries(groups)) {
  test.describe(`the pages of the ${name}`, () => {
    test('all have an example here, and each is accessible, holds on a phone and says nothing in the console', async ({
      site,
      page,
      axe,
    }) => {
      test.setTimeout(300_000);
      const addresses = await examples(site);
      expect((await pageRoutes()).filter((route) => groupOf(route) === name)).toEqual(Object.keys(addresses).sort());
      for (const address of Object.values(addresses).flat()) {
        await test.step(address, async () => {
          await page.setViewportSize({ width: 1280, height: 800 });
          const answer = await page.goto(address);
          expect(answer?.status(), address).toBe(statusOf(address));
          await expect(page.getByRole('heading', { level: 1 }), address).toHaveCount(1);
          await isSound(page, axe, address);
        });
      }
    });
  });
}

/** Among whose pages a route is. */
function groupOf(route: string): string {
  if (!/^\/desk(\/|$)/.test(route)) return 'reader';
  return /^\/desk\/(first-admin|invitation|reset|sign-in)(\/|$)/.test(route) ? 'door' : 'desk';
}

function statusOf(address: string): number {
  if (address.endsWith('/killed')) return 410;
  return /\/nothing(\/|$)/.test(address) ? 404 : 200;
}

const pathOf = (url = '') => new URL(url).pathname;
const newEmail = () => `${word()}@herald.example`;
