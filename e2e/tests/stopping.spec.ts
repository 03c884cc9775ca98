import { attachEmbeddedPostgres } from '#db/embedded/start.ts';
import { withConnection } from '#db/short-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test('a page under way when the site is asked to stop is answered whole', async ({ site }) => {
  const { path } = await site.write({ headline: 'Asked for last', section: 'World' });
  const ownerUrl = (await attachEmbeddedPostgres(site.dataFolder)) ?? '';
  await withConnection(ownerUrl, async (sql) => {
    await sql`begin`;
    await sql`lock table articles in access exclusive mode`;
    const underWay = ask(site, path);
    await site.until(async () => (await sql`select from pg_locks where not granted`).length > 0);
    const stopping = site.stopServer();
    await site.until(async () => (await connects(site.url)) === false);
    await sql`rollback`;
    const answer = await underWay;
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/Asked for last[\s\S]*<\/html>\s*$/);
    expect(await stopping, 'the exit code').toBe(0);
  });
  await site.startServer();
});

/** Whether a new connection is taken. */
function connects(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
}
