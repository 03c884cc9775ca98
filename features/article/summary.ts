/** As much as search engines and cards show. */
const longest = 200;

/** What a story is about in a line or two: its standfirst, or else its first paragraph, cut between words. */
export function summaryOf({ standfirst, bodyHtml }: { standfirst: string; bodyHtml: string }): string {
  return standfirst || shorten(firstParagraph(bodyHtml));
}

/** The text of the first paragraph that has any, of HTML that our own renderer made. */
function firstParagraph(html: string): string {
  for (const [, inner = ''] of html.matchAll(/<p>(.*?)<\/p>/gs)) {
    const text = plainText(inner);
    if (text) return text;
  }
  return '';
}

const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, (tag) => (tag === '<br>' ? ' ' : ''))
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();

const characters: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

function shorten(text: string): string {
  if (text.length <= longest) return text;
  let end = 0;
  for (const { index, segment, isWordLike } of new Intl.Segmenter('und', { granularity: 'word' }).segment(text)) {
    if (index + segment.length >= longest) break;
    if (isWordLike) end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}
