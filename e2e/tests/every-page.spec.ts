import type { BrowserContext, Page } from '@playwright/test';
import { pageRoutes } from '../doors/routes.ts';
import { type DeskUser, makeUser, signIn } from '../fixtures/desk.ts';
import { smallPicture, word } from '../fixtures/newsroom.ts';
import type { Site } from '../fixtures/site.ts';
import { expect, test } from '../fixtures/test.ts';
import { pressUntil } from '../pages/press-until.ts';
import { isSound } from '../pages/sound.ts';
import { StoryDesk } from '../pages/story-desk.ts';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
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
let colleague: DeskUser;
let cookies: Cookies;

test.beforeAll(async ({ site, browser }) => {
  test.setTimeout(240_000);
  ({ articleId } = await site.write(story));
  await site.write(story, { into: articleId });
  await site.write({ ...story, slug: 'arabic', headline: 'حكاية عن السفن', language: 'ar' });
  ({ articleId: killed } = await site.write({ ...story, slug: 'killed' }));
  await site.broadsheet('article', 'kill', killed, '--reason', 'test');
  const page = await browser.newPage({ baseURL: site.url });
  colleague = await makeUser(page, site, 'author');
  admin = await makeUser(page, site, 'admin');
  await signIn(page, admin);
  cookies = await page.context().cookies();
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
    '/[section]/[slug]/votes': ['/world/all/votes', '/world/killed/votes'],
    '/[section]/archive': ['/world/archive'],
    '/[section]/archive/[year]': [`/world/archive/${year}`],
    '/[section]/archive/[year]/[month]': [`/world/archive/${year}/${month}`],
    '/author/[handle]': ['/author/ann-other'],
    '/corrections': ['/corrections'],
    '/preview/[token]': [pathOf(preview.url), '/preview/nothing'],
    '/ranking': ['/ranking'],
    '/ranking/[section]': ['/ranking/world', '/ranking/nothing'],
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

const desk = async (site: Site, page: Page): Promise<Examples> => {
  await site.broadsheet('user', 'invite', newEmail(), '--role', 'author');
  return {
    '/desk': ['/desk'],
    '/desk/[...unmatched]': ['/desk/nothing/here'],
    '/desk/account': ['/desk/account'],
    '/desk/analytics': ['/desk/analytics', '/desk/analytics?span=now', '/desk/analytics?span=month'],
    '/desk/articles': ['/desk/articles', '/desk/articles?state=killed'],
    '/desk/articles/[id]': [`/desk/articles/${articleId}`, `/desk/articles/${killed}`, '/desk/articles/nothing'],
    '/desk/articles/[id]/corrections': [
      `/desk/articles/${articleId}/corrections`,
      '/desk/articles/nothing/corrections',
    ],
    '/desk/articles/[id]/revisions': [`/desk/articles/${articleId}/revisions`, '/desk/articles/nothing/revisions'],
    '/desk/articles/[id]/translations': [
      `/desk/articles/${articleId}/translations`,
      '/desk/articles/nothing/translations',
    ],
    '/desk/articles/[id]/views': [`/desk/articles/${articleId}/views`, '/desk/articles/nothing/views'],
    '/desk/articles/new': ['/desk/articles/new'],
    '/desk/audit': ['/desk/audit'],
    '/desk/bylines': ['/desk/bylines'],
    '/desk/bylines/[id]': [await linkIn(page, '/desk/bylines?q=ann+other', 'Ann Other'), '/desk/bylines/nothing'],
    '/desk/bylines/new': ['/desk/bylines/new'],
    '/desk/followers': ['/desk/followers'],
    '/desk/mail': ['/desk/mail'],
    '/desk/media': ['/desk/media'],
    '/desk/media/[id]': [`/desk/media/${await upload(page, site)}`, '/desk/media/nothing'],
    '/desk/people': ['/desk/people'],
    '/desk/pins': ['/desk/pins', '/desk/pins?place=recommendation', '/desk/pins?place=unrecommended'],
    '/desk/sections': ['/desk/sections'],
    '/desk/sections/[id]': [await linkIn(page, '/desk/sections', 'World'), '/desk/sections/nothing'],
    '/desk/sections/new': ['/desk/sections/new'],
    '/desk/settings': ['/desk/settings'],
    '/desk/pings': ['/desk/pings'],
    '/desk/settings/machines': ['/desk/settings/machines'],
    '/desk/tags': ['/desk/tags'],
    '/desk/tags/[id]': [await linkIn(page, '/desk/tags?q=ships', 'Ships'), '/desk/tags/nothing'],
    '/desk/tags/new': ['/desk/tags/new'],
    '/desk/votes': ['/desk/votes'],
  };
};

const groups = { reader, door, desk } satisfies Record<string, (site: Site, page: Page) => Promise<Examples>>;

for (const [name, examples] of Object.entries(groups)) {
  test.describe(`the pages of the ${name}`, () => {
    test('all have an example here, and each is accessible, holds on a phone and says nothing in the console', async ({
      site,
      page,
      axe,
    }) => {
      test.setTimeout(600_000);
      if (name === 'desk') await page.context().addCookies(cookies);
      const addresses = await examples(site, page);
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

/** What opens over a page of the desk, and how somebody opens it. */
const dialogs: Record<string, (page: Page) => Promise<unknown>> = {
  'what to publish': async (page) => {
    await page.goto(`/desk/articles/${articleId}`);
    await page.getByRole('button', { name: /^(Publish|Update)…$/ }).click();
  },
  'what else can be done': async (page) => {
    await page.goto(`/desk/articles/${articleId}`);
    await page.getByRole('button', { name: 'More', exact: true }).click();
  },
  ...Object.fromEntries(
    ['Unpublish…', 'Archive…', 'Kill…'].map((action) => [
      action,
      async (page: Page) => {
        await page.goto(`/desk/articles/${articleId}`);
        await new StoryDesk(page).more(action);
      },
    ]),
  ),
  'the address of a link': async (page) => {
    await page.goto(`/desk/articles/${articleId}`);
    await new StoryDesk(page).words.click();
    await page.keyboard.press('ControlOrMeta+k');
  },
  'the choice of a picture': async (page) => {
    await page.goto(`/desk/articles/${articleId}`);
    const picture = page.getByRole('group', { name: 'Main picture' });
    await picture.getByRole('button', { name: /Choose/ }).click();
  },
  'the palette': async (page) => {
    await page.goto('/desk/articles');
    await pressUntil(page, ['ControlOrMeta+k'], page.getByRole('dialog'));
    await expect(page.getByRole('option').first()).toBeVisible();
  },
  'the shortcuts': async (page) => {
    await page.goto('/desk/articles');
    await pressUntil(page, ['?'], page.getByRole('dialog'));
  },
  'who is invited': async (page) => {
    await page.goto('/desk/people');
    await page.getByRole('button', { name: 'Invite' }).click();
  },
  'whether somebody is suspended': async (page) => {
    await page.goto('/desk/people');
    await page.getByRole('button', { name: `Actions for ${colleague.name}` }).click();
    await page.getByRole('menuitem', { name: 'Suspend…' }).click();
  },
  'whether a picture is deleted': async (page) => {
    await page.goto('/desk/media');
    await page.getByRole('list', { name: 'Pictures' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Delete' }).click();
  },
};

test('what opens over a page of the desk is accessible, holds on a phone, and closes by Escape', async ({
  site,
  page,
  axe,
}) => {
  test.setTimeout(240_000);
  await page.context().addCookies(cookies);
  await upload(page, site);
  for (const [what, open] of Object.entries(dialogs)) {
    await test.step(what, async () => {
      await open(page);
      const opened = page.getByRole('dialog').or(page.getByRole('alertdialog')).or(page.getByRole('menu'));
      await expect(opened, what).toHaveCount(1);
      await isSound(page, axe, what);
      await page.keyboard.press('Escape');
      await expect(opened, what).toHaveCount(0);
    });
  }
});

/** Among whose pages a route is. */
function groupOf(route: string): string {
  if (!/^\/desk(\/|$)/.test(route)) return 'reader';
  return /^\/desk\/(first-admin|invitation|reset|sign-in)(\/|$)/.test(route) ? 'door' : 'desk';
}

function statusOf(address: string): number {
  if (/\/killed(\/|$)/.test(address)) return 410;
  return /\/nothing(\/|$)/.test(address) ? 404 : 200;
}

const pathOf = (url = '') => new URL(url).pathname;
const newEmail = () => `${word()}@herald.example`;

/** Where the link of this name leads, in a list of the desk. */
async function linkIn(page: Page, list: string, name: string): Promise<string> {
  await page.goto(list);
  const href = await page.getByRole('link', { name, exact: true }).first().getAttribute('href');
  expect(href, `${name} in ${list}`).toMatch(/^\/desk\/\w+\/[0-9a-f-]{36}$/);
  return href as string;
}

/** Adds a picture that nothing uses; returns its id. */
async function upload(page: Page, site: Site): Promise<string> {
  const sent = { data: await smallPicture(), headers: { origin: site.url } };
  const answer = await (await page.request.post('/api/media', sent)).json();
  expect(answer).toMatchObject({ ok: true });
  return answer.data.picture.id;
}
