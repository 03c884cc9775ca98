import type { Editor } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';

/**
 * Takes in what was copied elsewhere by the same rules as an import: known blocks, headings from the second level down,
 * nothing foreign. What was copied in a story itself, and plain text, is left to the editor. Returns whether it was taken.
 */
export function pasteForeign(editor: Editor, data: DataTransfer | null): boolean {
  const html = data?.getData('text/html');
  if (!html || html.includes('data-pm-slice') || editor.isActive('codeBlock')) return false;
  void insertForeign(editor, html, data?.getData('text/plain') ?? '');
  return true;
}

/** The reader of foreign HTML is large and seldom wanted: it is loaded when somebody pastes. */
async function insertForeign(editor: Editor, html: string, plain: string): Promise<void> {
  // Without a line, or after a deployment, it cannot be loaded: then the plain words come in.
  const reader = await import('#features/draft/model-paste.ts').catch(() => null);
  const body = reader?.bodyOfHtml(withWordLists(html));
  if (!body) {
    editor.commands.insertContent(plain);
    return;
  }
  const [only, ...more] = body.content;
  const isOneLine = only?.type === 'paragraph' && more.length === 0;
  const nodes = body.content.map((block) => editor.schema.nodeFromJSON(block));
  const content = Fragment.from(nodes);
  const slice = isOneLine ? new Slice(content, 1, 1) : Slice.maxOpen(content, false);
  editor.view.dispatch(editor.state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  editor.view.focus();
}

/** Word writes the items of a list as paragraphs with a bullet or a number in them: as a list again. */
function withWordLists(html: string): string {
  if (!/mso-list/i.test(html)) return html;
  const page = new DOMParser().parseFromString(html, 'text/html');
  let list: HTMLElement | null = null;
  for (const paragraph of page.querySelectorAll('p[style*="mso-list"]')) {
    const marker = paragraph.querySelector('[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]');
    const name = /^\s*(\d+|[a-z])[.)]/i.test(marker?.textContent ?? '') ? 'ol' : 'ul';
    marker?.remove();
    if (!list || paragraph.previousElementSibling !== list || list.localName !== name) {
      list = page.createElement(name);
      paragraph.before(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
  return page.body.innerHTML;
}
