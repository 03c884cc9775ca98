type Attributes = Record<string, string | null | undefined>;

/** An element; `children` are XML already. Attributes that are null or undefined are left out. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    typeof value === 'string' ? ` ${key}="${escapeXml(value).replaceAll('"', '&quot;')}"` : [],
  );
  const start = `<${name}${written.join('')}`;
  const inner = children.join('');
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** An element that holds text, or nothing at all where there is no text. */
export function textElement(name: string, text: string, attributes: Attributes = {}): string {
  const written = escapeXml(text);
  return written === '' ? '' : element(name, attributes, [written]);
}

/** HTML as it is, which is shorter than escaped and what simple readers expect. */
export const cdata = (html: string): string => `<![CDATA[${legalText(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** A document around its root element. */
export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;

/** Only what every reader can undo: some know no numeric references. */
const escapeXml = (text: string): string =>
  legalText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** XML 1.0 has no way at all to write the other characters (section 2.2). */
const legalText = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
