/**
 * Takes Next's scripts out of a reader's page: every script element, inline flight data and script preload goes, and
 * so do the comments by which React finds text nodes again, and the empty action of a form with a Server Action, which
 * HTML does not allow and which says no more than none. JSON-LD and what is marked `data-island` stay.
 *
 * It walks the tokens of the HTML standard (section 13.2.5: comments, quoted attributes, raw text, the escaped states of
 * script data), so text that only looks like a script tag is left alone, and removing never makes a new tag.
 */
export function stripNextScripts(html: string): string {
  let kept = '';
  let copiedTo = 0;
  /** Where in `kept` the present run of text began, since what follows it may be joined to it. */
  let textFrom = 0;
  let position = html.indexOf('<');
  while (position !== -1) {
    const token = tokenAt(html, position);
    if (token.without) {
      kept += html.slice(copiedTo, token.without[0]);
      copiedTo = token.without[1];
    }
    if (token.keep) {
      // A `<` that opens nothing is text, and stays part of the run of text around it.
      if (token.kind !== 'text') textFrom = kept.length + token.end - copiedTo;
    } else {
      kept += html.slice(copiedTo, position);
      if (!joinsSafely(kept, textFrom)) {
        kept += '<!---->';
        textFrom = kept.length;
      }
      copiedTo = token.end;
    }
    position = html.indexOf('<', token.end);
  }
  return kept + html.slice(copiedTo);
}

interface Token {
  readonly kind: 'text' | 'comment' | 'tag';
  readonly end: number;
  readonly keep: boolean;
  /** What goes of a token that stays: from where to where. */
  readonly without?: readonly [from: number, to: number];
}

/** What React writes so that hydration finds its places: between texts, and around suspense boundaries. */
const reactComment = /^<!--(?: |\/?[$&]|\$[?!~]|F!?|html|head|body)-->$/;
/** Where Next keeps the place of metadata that was streamed; with metadata in the head it is always empty. */
const metadataOutlet = '<div hidden=""><!--$--><!--/$--></div>';
const rawText = new Set(['style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

function tokenAt(html: string, start: number): Token {
  if (html.startsWith('<!--', start)) {
    const end = endOfComment(html, start);
    return { kind: 'comment', end, keep: !reactComment.test(html.slice(start, end)) };
  }
  if (html.startsWith(metadataOutlet, start)) return { kind: 'tag', end: start + metadataOutlet.length, keep: false };
  const letter = html.charAt(start + 1) === '/' ? start + 2 : start + 1;
  if (!/[a-z]/i.test(html.charAt(letter))) return declarationOrText(html, start);
  const tag = tagAt(html, start);
  if (tag.closes) return { kind: 'tag', end: tag.end, keep: true };
  if (tag.name === 'link') return { kind: 'tag', end: tag.end, keep: !preloadsScript(tag.attributes()) };
  if (tag.name === 'script') {
    return { kind: 'tag', end: endOfScript(html, tag.end), keep: staysAsScript(tag.attributes()) };
  }
  if (tag.name === 'form') return { kind: 'tag', end: tag.end, keep: true, without: emptyAction(html, start, tag) };
  return { kind: 'tag', end: rawText.has(tag.name) ? endOfRawText(html, tag.end, tag.name) : tag.end, keep: true };
}

function staysAsScript(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has('data-island') || attributes.get('type')?.trim().toLowerCase() === 'application/ld+json';
}

function preloadsScript(attributes: ReadonlyMap<string, string>): boolean {
  const relations = attributes.get('rel')?.toLowerCase().split(/\s+/) ?? [];
  if (attributes.has('data-island')) return false;
  if (relations.includes('modulepreload')) return true;
  return relations.includes('preload') && attributes.get('as')?.toLowerCase() === 'script';
}

/** React writes quotes in values as references, so what looks like this attribute is it. */
function emptyAction(html: string, start: number, { end }: Tag): [number, number] | undefined {
  const attribute = ' action=""';
  const found = html.slice(start, end).indexOf(attribute);
  return found === -1 ? undefined : [start + found, start + found + attribute.length];
}

/** Whether text may follow the run at the end of `kept` without becoming one tag or one character reference with it. */
function joinsSafely(kept: string, textFrom: number): boolean {
  const run = kept.slice(textFrom);
  return !run.includes('<') && run.lastIndexOf('&') <= run.lastIndexOf(';');
}

/** `<!doctype …>`, `<?…>` and `</3>` run to the next `>`; any other `<` is text. */
function declarationOrText(html: string, start: number): Token {
  const next = html.charAt(start + 1);
  if (next === '!' || next === '?' || (next === '/' && html.length > start + 2)) {
    return { kind: 'tag', end: after(html, '>', start), keep: true };
  }
  return { kind: 'text', end: start + 1, keep: true };
}

function endOfComment(html: string, start: number): number {
  if (html.startsWith('>', start + 4)) return start + 5;
  if (html.startsWith('->', start + 4)) return start + 6;
  const close = /--!?>/g;
  close.lastIndex = start + 4;
  return close.exec(html) ? close.lastIndex : html.length;
}

function endOfRawText(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  return found ? tagAt(html, found.index).end : html.length;
}

/** Script data ends at `</script`, unless a `<!--` and a `<script` came before it (the double escaped state). */
function endOfScript(html: string, from: number): number {
  const mark = /<!--|-->|<\/?script(?=[\t\n\f\r />])/gi;
  mark.lastIndex = from;
  let escaped: 'no' | 'once' | 'twice' = 'no';
  for (let found = mark.exec(html); found; found = mark.exec(html)) {
    const text = found[0].toLowerCase();
    if (text === '</script' && escaped !== 'twice') return tagAt(html, found.index).end;
    if (text === '<!--') {
      if (escaped === 'no') escaped = 'once';
      mark.lastIndex = found.index + 2;
    } else if (text === '-->') escaped = 'no';
    else if (text === '</script') escaped = 'once';
    else if (escaped === 'once') escaped = 'twice';
  }
  return html.length;
}

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly end: number;
  attributes(): ReadonlyMap<string, string>;
}

const tagName = /<(\/?)([a-z][^\t\n\f\r />]*)/iy;

function tagAt(html: string, start: number): Tag {
  tagName.lastIndex = start;
  const [whole = '', slash, name = ''] = tagName.exec(html) ?? [];
  const from = start + whole.length;
  return {
    name: name.toLowerCase(),
    closes: slash === '/',
    end: scanAttributes(html, from),
    attributes: () => {
      const found = new Map<string, string>();
      scanAttributes(html, from, found);
      return found;
    },
  };
}

/** White space and stray slashes, or one attribute; a name may begin with `=`, as the standard has it. */
const attribute =
  /[\t\n\f\r /]+|([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|(["'])|([^\t\n\f\r >]*)))?/y;

/** Returns where the tag ends. A quote that is never closed swallows the rest of the page. */
function scanAttributes(html: string, from: number, into?: Map<string, string>): number {
  let position = from;
  while (position < html.length && html.charAt(position) !== '>') {
    attribute.lastIndex = position;
    const [whole = '', name, double, single, unclosed, bare] = attribute.exec(html) ?? [];
    if (unclosed) return html.length;
    // The first of two attributes of one name counts.
    const key = name?.toLowerCase();
    if (key && into && !into.has(key)) into.set(key, double ?? single ?? bare ?? '');
    position += whole.length;
  }
  return Math.min(position + 1, html.length);
}

function after(html: string, text: string, from: number): number {
  const found = html.indexOf(text, from);
  return found === -1 ? html.length : found + text.length;
}
