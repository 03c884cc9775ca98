import { XMLParser } from 'fast-xml-parser';
import { expect, test } from '../fixtures/test.ts';
import { ask } from '../pages/surfaces.ts';

test('another site finds out from a page how to show the story, in JSON and in XML', async ({ site }) => {
  const headline = 'Shells "shipped" & <b>sold</b>';
  const { path } = await site.write({ headline, section: 'World', slug: 'embedded' });
  const { markup } = await ask(site, path);
  const links = [...markup.matchAll(/<link rel="alternate" type="([a-z/]+\+oembed)"[^>]*href="([^"]*)"/g)];
  expect(links.map(([, type]) => type).sort()).toEqual(['application/json+oembed', 'text/xml+oembed']);
  const [json, xml] = await Promise.all(
    ['application/json+oembed', 'text/xml+oembed'].map(async (type) => {
      const href = links.find((link) => link[1] === type)?.[2]?.replaceAll('&amp;', '&') ?? '';
      const answer = await fetch(href);
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
    }),
  );
  expect([json?.status, json?.type]).toEqual([200, 'application/json; charset=utf-8']);
  expect([xml?.status, xml?.type]).toEqual([200, 'text/xml; charset=utf-8']);
  const said = JSON.parse(json?.text ?? '');
  expect(said).toMatchObject({ version: '1.0', type: 'link', title: headline, thumbnail_width: 1200 });
  expect((await fetch(said.thumbnail_url)).status).toBe(200);
  const { oembed } = new XMLParser({ parseTagValue: false }).parse(xml?.text ?? '');
  expect(oembed).toMatchObject({ type: 'link', title: headline, thumbnail_height: '630' });
});

test('what is no story of this site has no answer, and a format that there is not is not implemented', async ({
  site,
}) => {
  const { path, articleId } = await site.write({ headline: 'To be killed', section: 'World', slug: 'to-be-killed' });
  const about = (url: string, more = '') => `/oembed?url=${encodeURIComponent(url)}${more}`;
  const status = async (address: string) => (await ask(site, address)).status;
  const story = site.url + path;
  expect(await status(about(story))).toBe(200);
  const narrow = JSON.parse((await ask(site, about(story, '&maxwidth=300'))).markup);
  expect(narrow.thumbnail_url).toBeUndefined();
  expect(await status(about(story, '&format=yaml'))).toBe(501);
  for (const url of ['', 'x', `${site.url}/`, `${site.url}/world`, `https://elsewhere.example${path}`]) {
    expect([url, await status(about(url))]).toEqual([url, 404]);
  }
  await site.broadsheet('article', 'kill', articleId, '--reason', 'test');
  expect(await status(about(story))).toBe(404);
});
