import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { paragraph, sampleArticle, sampleSection } from '#features/article/testing/sample-article.ts';
import { RENDERER_VERSION } from '#features/body/render.ts';
import { rerenderBodies } from './rerender-bodies.ts';

const { owner } = await testDatabase();

test('what an older renderer made is made anew, once', async () => {
  const sectionId = await sampleSection('world');
  const { revisionId } = await sampleArticle({ sectionId, body: paragraph('Fish & ships') });
  await sampleArticle({ sectionId });
  await owner`update revisions set body_html = 'old', renderer_version = ${RENDERER_VERSION - 1} where id = ${revisionId}`;
  expect(await rerenderBodies()).toBe(1);
  const [row] = await owner`select body_html, renderer_version from revisions where id = ${revisionId}`;
  expect(row).toEqual({ body_html: '<p>Fish &amp; ships</p>', renderer_version: RENDERER_VERSION });
  expect(await rerenderBodies()).toBe(0);
});
