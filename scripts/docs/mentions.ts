import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Something that a document says is there: a path as written, or the name of an npm script. */
export interface Mention {
  readonly kind: 'path' | 'link' | 'script';
  readonly name: string;
  readonly line: number;
}

const fileEnding = /[.](ts|tsx|mts|mjs|cjs|js|json|jsonl|md|sql|css|ya?ml|toml|conf|vcl|service|sh|txt|svg|png|webp)$/;

/**
 * What a Markdown document names. Paths are taken from inline code and links, npm scripts also from code blocks.
 * `isFolder` says of a first segment whether the project has such a folder at its top: it tells `app/api` from
 * `text/html`. Addresses on the site (`/feed.xml`), URLs and packages (`@swc/core`) are not paths.
 */
export function mentionsIn(markdown: string, isFolder: (segment: string) => boolean): Mention[] {
  return nodesOf(fromMarkdown(markdown)).flatMap((node): Mention[] => {
    const line = node.position?.start.line ?? 0;
    switch (node.type) {
      case 'inlineCode': {
        const words = node.value.split(/\s+/).map(withoutPosition);
        const paths = words.filter((word) => looksLikePath(word, isFolder));
        return [...paths.map((name) => ({ kind: 'path' as const, name, line })), ...scripts(node.value, line)];
      }
      case 'code':
      case 'text':
        return scripts(node.value, line);
      case 'link':
      case 'image':
      case 'definition': {
        const name = decodeURI(withoutPosition(node.url));
        return name === '' || /^(\/|[a-z][a-z+.-]*:)/i.test(name) ? [] : [{ kind: 'link', name, line }];
      }
      default:
        return [];
    }
  });
}

function looksLikePath(word: string, isFolder: (segment: string) => boolean): boolean {
  if (!/^#?[\w.@()[\]{}<>,*-]+(\/[\w.@()[\]{}<>,*-]*)*$/.test(word) || /^@|^[.]{3}/.test(word)) return false;
  const [first = '', ...rest] = word
    .replace(/^#/, '')
    .replace(/^[.]\//, '')
    .split('/');
  if (rest.length === 0) return fileEnding.test(first) && !first.startsWith('.');
  return isFolder(first) || word.endsWith('/') || fileEnding.test(word);
}

function scripts(text: string, line: number): Mention[] {
  const named = [...text.matchAll(/\bnpm run (?:-\S+ )*([\w:-]+)/g)].map((match) => match[1] ?? '');
  const short = [...text.matchAll(/\bnpm (test|start)\b/g)].map((match) => match[1] ?? '');
  return [...named, ...short].map((name) => ({ kind: 'script', name, line }));
}

/** Without a line number (`:12`) or a fragment (`#part`) at the end. */
function withoutPosition(path: string): string {
  return path.replace(/:\d+(-\d+)?$/, '').replace(/(?!^)#.*$|^#[^/.]*$/, '');
}

function nodesOf(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(nodesOf)] : [node];
}
