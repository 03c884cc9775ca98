import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import { redirectToSecurityFile, respondWithFile, respondWithLlms } from '#features/site/respond-text.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { amendEnvironment } from '#lib/env.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { withTrace } from '#lib/trace.ts';

const { owner } = await testDatabase();
amendEnvironment({ SITE_URL: 'https://news.example' });

beforeAll(async () => {
  const sectionId = await sampleSection('world');
  const { articleId } = await sampleArticle({ sectionId, headline: 'Shown', slug: 'shown' });
  await publishArticle(tester, { articleId });
});

const texts = {
  adsTxt: 'ads.example, 1, DIRECT\nOWNERDOMAIN=news.example',
  humansTxt: 'Kim\n\nJosé',
  securityTxt: 'Contact: mailto:a@news.example\nExpires: 2100-01-01T00:00:00Z',
} as const;

async function read(respond: () => Promise<Response>) {
  const { value: response, trace } = await withTrace(respond);
  const { status, headers } = response;
  return { status, type: headers.get('content-type'), to: headers.get('location'), text: await response.text(), trace };
}

test.each(['adsTxt', 'humansTxt', 'securityTxt'] as const)(
  '%s is there from when it is set until it is emptied',
  async (name) => {
    const file = () => read(() => respondWithFile(name));
    const purged: string[] = [];
    const stop = onLocalPurge(({ tags }) => purged.push(...tags));
    const before = await file();
    expect([before.status, before.trace.outcome, before.text]).toEqual([404, 404, 'There is no such file.\n']);
    expect(before.trace.tags).toContain(cacheTags.settings);
    await changeSettings(tester, { [name]: texts[name] });
    expect(purged).toEqual([cacheTags.settings]);
    expect(await file()).toMatchObject({
      status: 200,
      type: 'text/plain; charset=utf-8',
      text: `${texts[name]}\n`,
      trace: { outcome: 200, tags: new Set([cacheTags.settings]) },
    });
    await changeSettings(tester, { [name]: '' });
    expect((await file()).status).toBe(404);
    stop();
  },
);

test('who looks for security.txt where it once was is sent to where it belongs, while there is one', async () => {
  expect(await read(redirectToSecurityFile)).toMatchObject({ status: 404, trace: { outcome: 404 } });
  await changeSettings(tester, { securityTxt: texts.securityTxt });
  expect(await read(redirectToSecurityFile)).toMatchObject({ status: 308, to: '/.well-known/security.txt' });
});

test('llms.txt is there by choice, and made anew when a story is published', async () => {
  expect(await read(respondWithLlms)).toMatchObject({ status: 404, trace: { outcome: 404 } });
  await changeSettings(tester, { llmsTxt: 'on' });
  const { status, text, trace } = await read(respondWithLlms);
  expect(status).toBe(200);
  expect(text).toContain('- [Shown](https://news.example/world/shown)');
  expect(text).toContain('- [World](https://news.example/world)');
  expect([...trace.tags]).toEqual(expect.arrayContaining([cacheTags.settings, cacheTags.latest, cacheTags.sections]));
});

test('a setting that is saved as it was stays as old as it is', async () => {
  const changedAt = async () =>
    (await owner`select changed_at::text from settings where key = 'llmsTxt'`)[0]?.changed_at;
  await changeSettings(tester, { llmsTxt: 'on' });
  const before = await changedAt();
  await changeSettings(tester, { llmsTxt: 'on', humansTxt: 'Kim' });
  expect(await changedAt()).toBe(before);
  await changeSettings(tester, { llmsTxt: 'off' });
  expect(await changedAt()).not.toBe(before);
});
