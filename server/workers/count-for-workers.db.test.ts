import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { env } from '#lib/env.ts';

const { owner } = await testDatabase();
const file = fileURLToPath(new URL('fixtures/counting-site.ts', import.meta.url));
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

test('a reader whom several processes answer is counted once a day, and a stop loses nobody', async () => {
  const { articleId } = await sampleArticle({ sectionId: await sampleSection('world'), headline: 'Read by many' });
  await publishArticle(tester, { articleId });
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const site = spawn(process.execPath, ['--conditions=react-server', file], {
    env: {
      ...process.env,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      TRUSTED_PROXIES: 'loopback',
      DATABASE_APP_URL: env().DATABASE_APP_URL,
    },
    stdio: 'ignore',
  });
  onTestFinished(() => void site.kill('SIGKILL'));
  await expect
    .poll(
      () =>
        fetch(base).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true);

  const processes = new Set<string | null>();
  const read = async (address: string) => {
    const headers = { origin: base, 'user-agent': firefox, 'x-forwarded-for': address };
    const body = new URLSearchParams({ article: articleId });
    const answer = await fetch(`${base}/api/views`, { method: 'POST', body, headers });
    expect(answer.status).toBe(204);
    processes.add(answer.headers.get('x-process'));
  };
  while (processes.size < 2) await read('10.0.0.1');
  for (let index = 2; index < 32; index += 1) await read(`10.0.${index}.1`);
  site.kill('SIGTERM');
  const [code] = await once(site, 'exit');
  expect(code).toBe(0);
  const totals = await owner`select human::int, filtered::int from view_totals where article_id = ${articleId}`;
  expect([...totals]).toEqual([{ human: 31, filtered: 0 }]);
}, 40_000);
