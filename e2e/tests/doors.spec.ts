import { type Door, deskActions, openActions } from '../doors/action-doors.ts';
import { askRoute, deskRoutes } from '../doors/route-doors.ts';
import { apiRoutes, pageRoutes, scriptRoutes } from '../doors/routes.ts';
import { Newsroom, type Person, people, type Target } from '../fixtures/newsroom.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test.use({ withWorker: false });

let room: Newsroom;

test.beforeAll(async ({ site, browser }) => {
  const page = await browser.newPage({ baseURL: site.url });
  room = await Newsroom.open(site, page);
  await page.close();
});

test('of every action of the build it is said who may use it', () => {
  const said = [...Object.keys(deskActions), ...Object.keys(openActions)];
  expect(room.actions.map(({ name }) => name).sort()).toEqual(said.sort());
});

for (const [name, door] of Object.entries(deskActions)) {
  test(`who posts to ${name} by hand can do what the own role may, and nothing else`, async () => {
    await tryAll(door, async (person, target) => {
      const { outcome, data } = await room.act(person, name, await door.given(target, room));
      // A form says why in its own words, and to a stranger only this.
      if (outcome === 'refused' && JSON.stringify(data).includes('You are signed out')) return 'forbidden';
      if (outcome !== 'forbidden' && door.shows) expect(door.shows(data), JSON.stringify(data)).toBe(true);
      return outcome;
    });
  });
}

for (const [name, { given, outcome }] of Object.entries(openActions)) {
  test(`a stranger who posts to ${name} by hand gets no session`, async () => {
    const answer = await room.act('nobody', name, given);
    expect(answer.outcome).toBe(outcome);
    expect(answer.headers.getSetCookie().filter((cookie) => /session=[^;]/.test(cookie))).toEqual([]);
  });
}

test('of every address for scripts it is said who may use it', async () => {
  const machines =
    /^GET (?:.*\/)?(?:feed\.xml|atom\.xml|feed\.json|sitemap\.xml|news-sitemap\.xml|logo\.png|(?:ads|humans|llms|robots|security)\.txt)$/;
  const alone = [
    'GET sitemaps/[file]',
    'GET .well-known/webfinger',
    'GET fediverse/actors/[id]',
    'GET fediverse/actors/[id]/followers',
    'GET fediverse/actors/[id]/outbox',
    'GET fediverse/actors/[id]/outbox/page',
    'GET fediverse/stories/[id]/[round]',
    'GET indexnow/[key]',
    'GET oembed',
    'GET search/suggestions.json',
    'GET [section]/[slug]/votes.json',
    'GET [section]/[slug]/votes/[day]',
  ];
  const open = (route: string) => machines.test(route) || alone.includes(route);
  const found = (await scriptRoutes()).filter((route) => !open(route));
  const [inApp, inServer] = [/ desk\//, / api\//].map((place) =>
    Object.keys(deskRoutes).filter((at) => place.test(at)),
  );
  expect(found).toEqual(inApp?.sort());
  // Votes and views are the readers' own.
  const api = [...(inServer ?? []).map((route) => route.replace('POST ', '')), 'api/votes', 'api/views'];
  expect(await apiRoutes()).toEqual(api.sort());
});

for (const [name, door] of Object.entries(deskRoutes)) {
  test(`who asks for ${name} by hand gets what the own role may, and nothing else`, async () => {
    await tryAll(door, async (person, target) => askRoute(room, await door.asks(target), person));
  });
}

/** The least role that sees a page of the desk; the pages of the door are there for strangers. */
const deskPages: Record<string, Pick<Door, 'own' | 'others'>> = {
  '/desk/account': { others: 'contributor' },
  '/desk/analytics': { others: 'editor' },
  '/desk/articles': { others: 'contributor' },
  '/desk/articles/[id]': { own: 'contributor', others: 'editor' },
  '/desk/articles/[id]/corrections': { own: 'contributor', others: 'editor' },
  '/desk/articles/[id]/revisions': { own: 'contributor', others: 'editor' },
  '/desk/articles/[id]/translations': { own: 'contributor', others: 'editor' },
  '/desk/articles/[id]/views': { own: 'contributor', others: 'editor' },
  '/desk/articles/new': { others: 'contributor' },
  '/desk/audit': { others: 'admin' },
  '/desk/bylines': { others: 'editor' },
  '/desk/bylines/[id]': { others: 'editor' },
  '/desk/bylines/new': { others: 'editor' },
  '/desk/followers': { others: 'admin' },
  '/desk/mail': { others: 'admin' },
  '/desk/media': { others: 'contributor' },
  '/desk/media/[id]': { others: 'contributor' },
  '/desk/people': { others: 'admin' },
  '/desk/pings': { others: 'admin' },
  '/desk/pins': { others: 'editor' },
  '/desk/sections': { others: 'editor' },
  '/desk/sections/[id]': { others: 'editor' },
  '/desk/sections/new': { others: 'editor' },
  '/desk/settings': { others: 'admin' },
  '/desk/settings/machines': { others: 'admin' },
  '/desk/tags': { others: 'editor' },
  '/desk/tags/[id]': { others: 'editor' },
  '/desk/tags/new': { others: 'editor' },
  '/desk/votes': { others: 'editor' },
};

test('of every page of the desk it is said who may see it', async () => {
  const open = ['/desk', '/desk/[...unmatched]', '/desk/sign-in', '/desk/reset', '/desk/reset/[token]'];
  const links = ['/desk/first-admin/[token]', '/desk/invitation/[token]'];
  const found = (await pageRoutes()).filter((route) => route === '/desk' || route.startsWith('/desk/'));
  expect(found).toEqual([...Object.keys(deskPages), ...open, ...links].sort());
});

for (const [route, door] of Object.entries(deskPages)) {
  test(`who opens ${route} without being of the role is sent away or told so`, async () => {
    await tryAll({ ...door, prepare: (_, owner) => thingOf(route, owner) }, async (person, { id }) => {
      const path = route.replace('[id]', id);
      const answer = await ask(room.site, path, { headers: { cookie: room.cookie(person) } });
      if (answer.headers.get('location')?.includes('/desk/sign-in')) return 'forbidden';
      return { 200: 'ok', 403: 'forbidden' }[answer.status] ?? `status ${answer.status}`;
    });
  });
}

async function thingOf(route: string, owner: Person): Promise<Target> {
  if (!route.includes('[id]')) return { id: '' };
  if (route.startsWith('/desk/articles')) return room.draft(owner);
  if (route.startsWith('/desk/media')) return room.picture(owner);
  const [, , kind = ''] = route.split('/');
  const action = { tags: deskActions.editTagAction, bylines: deskActions.editBylineAction }[kind];
  return (action ?? deskActions.editSectionAction)?.prepare?.(room, owner) as Promise<Target>;
}

type Tried = Pick<Door, 'own' | 'others' | 'outcome' | 'prepare'>;

/** Lets everybody try it, on what is another's and on what is one's own: a refusal changes nothing for the readers. */
async function tryAll(door: Tried, attempt: (person: Person, target: Target) => Promise<string>): Promise<void> {
  for (const person of people) {
    const hasRole = people.indexOf(person) >= people.indexOf('contributor');
    for (const [owner, least] of [
      ['admin', door.others] as const,
      ...(door.own && hasRole ? [[person, door.own] as const] : []),
    ]) {
      const target = (await door.prepare?.(room, owner)) ?? { id: '' };
      const may = people.indexOf(person) >= people.indexOf(least);
      const what = `${person}, on what is of ${owner}`;
      expect(await attempt(person, target), what).toBe(may ? (door.outcome ?? 'ok') : 'forbidden');
      if (!may && target.path) expect((await ask(room.site, target.path)).status, what).toBe(target.status);
    }
  }
}
