import { fromHtml } from 'hast-util-from-html';
import { cleanLine } from '#features/body/clean-text.ts';
import { hastText } from '#features/body/hast-text.ts';

/** A foreign headline, tag or name as one line of plain text: entities and marks of HTML are read, other `<` stay. */
export function foreignLine(text: string): string {
  const isMarkedUp =
    /<\/?(?:em|strong|i|b|u|s|code|sup|sub|span|small|br|p|a)\b[^>]*>|&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i.test(text);
  return cleanLine(isMarkedUp ? hastText(fromHtml(escapeOtherTags(text), { fragment: true })) : text);
}

/** `the <title> element` names a tag and must keep it. */
function escapeOtherTags(text: string): string {
  return text.replace(/<(?!\/?(?:em|strong|i|b|u|s|code|sup|sub|span|small|br|p|a)\b[^<>]*>)/gi, '&lt;');
}
