import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { inboxLimits } from '#features/fediverse/limits.ts';
import { OtherServer } from '#features/fediverse/testing/other-server.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { amendEnvironment } from '#lib/env.ts';
import { handleInbox } from './inbox.ts';
import { serve } from './testing/serve.ts';

const { owner } = await testDatabase();
const other = await OtherServer.start();
const network = { current: other.network };
const base = await serve((request, response) => handleInbox(request, response, network.current));
amendEnvironment({
  SITE_URL: base,
  BROADSHEET_SECRET: 'a secret of at least 32 characters',
  TRUSTED_PROXIES: 'loopback',
});
const siteActor = `${base}/fediverse/actors/site`;
let author = '';
let kim = '';
let ann = '';
let eve = '';
let numbers = 0;

beforeAll(async () => {
  kim = (await createByline(tester, { handle: 'kim', name: 'Kim' })).bylineId;
  author = `${base}/fediverse/actors/${kim}`;
  ann = await other.person('ann');
  eve = await other.person('eve');
});
beforeEach(async () => {
  other.contentType = 'application/activity+json';
  await changeSettings(tester, { fediverse: 'on' });
  await owner`delete from fediverse_followers`;
});
afterAll(() => other.stop());

function activity(type: string, more: object = {}, actor = ann) {
  numbers += 1;
  return {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${other.url}/activities/${numbers}`,
    type,
    actor,
    object: siteActor,
    ...more,
  };
}

/** Sends a request as it was signed, from a network of its own, changed on the way where a test says so. */
async function send(
  request: Request,
  { body, headers = {}, to }: { body?: string; headers?: Record<string, string>; to?: string } = {},
) {
  numbers += 1;
  const from = { 'x-forwarded-for': `10.${numbers >> 8}.${numbers & 255}.1` };
  const sent = { ...Object.fromEntries(request.headers), ...from, ...headers };
  delete (sent as Record<string, string>).host;
  const response = await fetch(to ?? request.url, {
    method: 'POST',
    headers: sent,
    body: body ?? (await request.text()),
  });
  const answer = await response.json();
  return { status: response.status, code: answer.error?.code };
}

const followers = () => owner`select byline_id, follower, inbox, shared_inbox from fediverse_followers order by id`;
const inbox = (of: string) => `${of}/inbox`;
const shared = `${base}/fediverse/inbox`;

describe('a Follow', () => {
  test.each(['draft', 'rfc9421'] as const)(
    'that is signed by its actor is taken, and is to be accepted: %s',
    async (kind) => {
      const spec = kind === 'rfc9421' ? { spec: kind } : {};
      expect(await send(await other.post(inbox(siteActor), activity('Follow'), spec))).toEqual({ status: 202 });
      expect(await send(await other.post(shared, activity('Follow', { object: author }), spec))).toEqual({
        status: 202,
      });
      const row = { follower: ann, inbox: `${ann}/inbox`, shared_inbox: `${other.url}/inbox` };
      expect(await followers()).toEqual([
        { byline_id: null, ...row },
        { byline_id: kim, ...row },
      ]);
      const accepts = await owner`select a.byline_id, a.follow, d.inbox, d.state from fediverse_activities a
      join fediverse_deliveries d on d.activity_id = a.id order by a.id desc limit 2`;
      expect(accepts).toEqual([
        expect.objectContaining({ byline_id: kim, inbox: `${ann}/inbox`, state: 'waiting' }),
        expect.objectContaining({ byline_id: null, follow: expect.objectContaining({ actor: ann }) }),
      ]);
      const [jobs] = await owner`select count(*)::int as count from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'deliver-activity'`;
      expect(jobs?.count).toBeGreaterThanOrEqual(2);
    },
  );

  test('that comes again under another id follows once', async () => {
    await send(await other.post(shared, activity('Follow')));
    await send(await other.post(shared, activity('Follow')));
    expect(await followers()).toHaveLength(1);
  });

  test('has us ask for the actor once, as the site itself', async () => {
    other.asked.length = 0;
    await send(await other.post(shared, activity('Follow')));
    expect(other.asked.map(({ path }) => path)).toEqual(['/users/ann']);
    expect(other.asked[0]?.headers.signature).toContain(`keyId="${siteActor}#main-key"`);
  });

  test.each(['draft', 'rfc9421'] as const)('that comes once more is refused, also after its Undo: %s', async (kind) => {
    const said = activity('Follow');
    const first = await other.post(shared, said, kind === 'rfc9421' ? { spec: kind } : {});
    expect((await send(first.clone())).status).toBe(202);
    expect(await send(first.clone())).toEqual({ status: 409, code: 'conflict' });
    await send(await other.post(shared, activity('Undo', { object: said })));
    expect(await send(first.clone())).toEqual({ status: 409, code: 'conflict' });
    expect(await followers()).toEqual([]);
  });

  test('of an actor whose words are explained on their own server is taken', async () => {
    const context = ['https://www.w3.org/ns/activitystreams', 'https://w3id.org/security/v1', `${other.url}/words`];
    other.put('/words', { '@context': { quiet: 'https://other.example/quiet' } }, 'application/json');
    const dan = await other.person('dan', { '@context': context });
    expect((await send(await other.post(shared, activity('Follow', {}, dan)))).status).toBe(202);
    expect(other.asked.at(-1)?.path).toBe('/words');
  });

  test('of nobody of ours finds nobody', async () => {
    for (const object of [`${base}/fediverse/actors/${'0'.repeat(8)}-0000-7000-8000-000000000000`, `${base}/`, ann]) {
      expect(await send(await other.post(shared, activity('Follow', { object })))).toEqual({
        status: 404,
        code: 'not_found',
      });
    }
    expect((await send(await other.post(inbox(siteActor), activity('Follow', { object: author })))).status).toBe(404);
    expect(await followers()).toEqual([]);
  });
});

describe('an Undo', () => {
  test.each(['whole', 'by its id'])('of a Follow that is named %s ends it', async (how) => {
    const said = activity('Follow');
    const kept = activity('Follow', { object: author });
    for (const one of [said, kept]) await send(await other.post(shared, one));
    const undo = activity('Undo', { object: how === 'whole' ? said : said.id });
    expect((await send(await other.post(inbox(siteActor), undo))).status).toBe(202);
    expect((await followers()).map(({ byline_id }) => byline_id)).toEqual([kim]);
  });

  test('by another than who follows ends nothing', async () => {
    const said = activity('Follow');
    await send(await other.post(shared, said));
    expect(await send(await other.post(shared, activity('Undo', { object: said }, eve)))).toEqual({
      status: 403,
      code: 'forbidden',
    });
    await send(await other.post(shared, activity('Undo', { object: said.id }, eve)));
    await send(await other.post(shared, activity('Undo', { object: { ...said, actor: eve } }, eve)));
    expect(await followers()).toHaveLength(1);
  });
});

describe('a post is refused', () => {
  const refused = { status: 401, code: 'signature' };

  test('without a signature', async () => {
    const headers = { 'content-type': 'application/activity+json' };
    const plain = new Request(shared, { method: 'POST', headers, body: JSON.stringify(activity('Follow')) });
    expect(await send(plain)).toEqual(refused);
  });

  test('that was signed for another: body, inbox, host, hour', async () => {
    const said = activity('Follow');
    const good = await other.post(shared, said);
    expect(await send(good.clone(), { body: JSON.stringify({ ...said, object: author }) })).toEqual(refused);
    expect(await send(good.clone(), { to: inbox(siteActor) })).toEqual(refused);
    expect(await send(await other.post(`${other.url}/fediverse/inbox`, said), { to: shared })).toEqual(refused);
    const late = await other.post(shared, said, { now: new Date(Date.now() - 2 * 3_600_000) });
    expect(await send(late)).toEqual(refused);
    expect(await send(good.clone(), { headers: { date: new Date().toUTCString().replace('GMT', 'UTC') } })).toEqual(
      refused,
    );
    expect((await send(good)).status).toBe(202);
  });

  test("with another's key, or a key that the actor does not call theirs", async () => {
    expect(await send(await other.post(shared, activity('Follow'), { keyId: `${eve}#main-key` }))).toEqual(refused);
    const mallory = await other.person('mallory', { publicKey: undefined });
    expect(await send(await other.post(shared, activity('Follow', {}, mallory)))).toEqual(refused);
    const nobody = `${other.url}/users/nobody`;
    expect(await send(await other.post(shared, activity('Follow', {}, nobody)))).toEqual(refused);
    const stranger = await OtherServer.start();
    const bob = await stranger.person('bob');
    stranger.stop();
    expect(await send(await other.post(shared, { ...activity('Follow', {}, bob), id: `${bob}/1` }))).toEqual(refused);
  });

  test('whose actor is told of elsewhere, or is no document of theirs', async () => {
    const away = await other.person('away', { inbox: 'http://victim.example/inbox' });
    expect(await send(await other.post(shared, activity('Follow', {}, away)))).toEqual(refused);
    other.contentType = 'text/plain';
    expect(await send(await other.post(shared, activity('Follow')))).toEqual(refused);
  });

  test('whose actor or key another server gives for them', async () => {
    const elsewhere = await OtherServer.start();
    const here = `${other.url}/to/${encodeURIComponent(`${elsewhere.url}/users/bob`)}`;
    await elsewhere.person('bob', {
      id: here,
      inbox: `${here}/inbox`,
      publicKey: { ...other.publicKey, id: `${here}#main-key`, owner: here },
    });
    const both = { ...other.network, ports: [...other.network.ports, ...elsewhere.network.ports] };
    network.current = both;
    expect(await send(await other.post(shared, activity('Follow', {}, here)))).toEqual(refused);
    expect(elsewhere.asked.map(({ path }) => path)).toContain('/users/bob');
    network.current = other.network;
    elsewhere.stop();
  });

  test('whose actor is inside our own network', async () => {
    const inside = 'http://10.0.0.7/users/x';
    const said = { ...activity('Follow', {}, inside), id: 'http://10.0.0.7/1' };
    expect(await send(await other.post(shared, said))).toEqual(refused);
  });

  test('that says anything else, before anybody is asked who signed it', async () => {
    other.asked.length = 0;
    for (const type of ['Create', 'Delete', 'Like', 'Announce', 'Move', 'Block']) {
      expect(await send(await other.post(shared, activity(type)))).toEqual({ status: 403, code: 'forbidden' });
    }
    const unlike = activity('Undo', { object: { type: 'Like', id: `${ann}/like`, actor: ann, object: siteActor } });
    expect((await send(await other.post(shared, unlike))).status).toBe(403);
    expect(other.asked).toEqual([]);
  });

  test.each([
    ['', 'invalid'],
    ['{', 'invalid'],
    ['null', 'invalid'],
    ['[]', 'invalid'],
    ['{"type":"Follow"}', 'invalid'],
    ['{"type":"Follow","id":"x","actor":"y","object":"z"}', 'invalid'],
    [
      '{"type":"Follow","id":"https://a.example/1","actor":"https://b.example/u","object":"https://c.example"}',
      'invalid',
    ],
    ['{"type":["Follow"]}', 'forbidden'],
  ])('that is no activity: %s', async (body, code) => {
    const headers = { 'content-type': 'application/activity+json' };
    const answer = await send(new Request(shared, { method: 'POST', headers }), { body, headers });
    expect(answer.code).toBe(code);
  });

  test('that is too large, or of another kind', async () => {
    const large = activity('Follow', { name: 'x'.repeat(inboxLimits.bytes) });
    expect((await send(await other.post(shared, large))).status).toBe(413);
    const form = await other.post(shared, activity('Follow'));
    expect((await send(form, { headers: { 'content-type': 'application/json' } })).status).toBe(415);
  });

  test('when one network sends too many', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.7', 'content-type': 'application/activity+json' };
    const answers: number[] = [];
    for (let count = 0; count <= inboxLimits.network; count += 1) {
      answers.push((await send(new Request(shared, { method: 'POST' }), { body: '{}', headers })).status);
    }
    expect([...new Set(answers.slice(0, -1)), answers.at(-1)]).toEqual([400, 429]);
  });

  test('where nobody can follow', async () => {
    await changeSettings(tester, { fediverse: 'off' });
    expect(await send(await other.post(shared, activity('Follow')))).toEqual({ status: 404, code: 'not_found' });
  });
});
