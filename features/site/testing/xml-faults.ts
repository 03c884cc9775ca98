import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';
import { sharedSchema } from '#features/site/testing/shared-schema.ts';

/** Whether the schemas are there, which lie beside the checkout. */
export const sitemapSchemas = Boolean(sharedSchema('all-sitemap.xsd'));

/** What libxml2 finds wrong with a list of addresses by the schemas of sitemaps.org, and of Google for news and images. */
export const sitemapFaults = (xml: string): Promise<string[]> =>
  faults({ xml: document(xml), schema: file('all-sitemap.xsd'), preload: imported.map(file) });

/** What it finds wrong with a list of sitemaps. */
export const indexFaults = (xml: string): Promise<string[]> =>
  faults({ xml: document(xml), schema: file('siteindex.xsd') });

/** What keeps it from reading a document at all. */
export const xmlFaults = (xml: string): Promise<string[]> => faults({ xml: document(xml), normalization: 'c14n' });

const imported = [
  'sitemap.xsd',
  'sitemap-news.xsd',
  'sitemap-image.xsd',
  'sitemap-video.xsd',
  'sitemap-xhtml-link.xsd',
  'xml.xsd',
];

async function faults(asked: Parameters<typeof validateXML>[0]): Promise<string[]> {
  const { valid, errors } = await validateXML({ maxMemoryPages: 4096, ...asked });
  const found = errors.map(({ rawMessage }) => rawMessage);
  return valid || found.length > 0 ? found : ['It is not valid.'];
}

const document = (contents: string) => ({ fileName: 'document.xml', contents });

const file = (fileName: string) => ({ fileName, contents: readFileSync(sharedSchema(fileName) ?? fileName, 'utf8') });
