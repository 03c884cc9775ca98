import { escapeHtml } from '#lib/html.ts';
import { outsideCode } from './markdown-code.ts';

/**
 * The shortcodes of Hugo (`{{< youtube id >}}`), Jekyll (`{% include figure.html src="…" %}`), Liquid and WordPress, as HTML where what
 * they show is known and as nothing where it is not; what stands between a pair of them stays. Code is left alone.
 */
export function resolveShortcodes(markdown: string): string {
  if (!/\{\{|\{%|\[youtube|\[embed\]/.test(markdown)) return markdown;
  const fenced = outsideCode(markdown, fenceHighlighted);
  return outsideCode(fenced, (prose) =>
    prose
      .replace(/\{\{[<%]([^{}]{1,2000}?)[%>]\}\}/g, (_all, code: string) => shown(code))
      .replace(/\{%-?([^{}]{1,2000}?)-?%\}/g, (_all, code: string) => shown(code))
      .replace(/\{\{([^{}]{1,2000})\}\}/g, (all, output: string) => shownOutput(all, output.trim()))
      .replace(/\[(?:youtube[= ]|embed\])(https?:[^\]\s[]+)(?:\[\/embed)?\]/g, (_all, url: string) => frame(url)),
  );
}

/** A program between `highlight` and its end, in Hugo's or Jekyll's braces, as fenced code. */
function fenceHighlighted(prose: string): string {
  const parts = prose.split(/\{[{%][<%]?\s*(?:\/|end)highlight\s*[>%]?[%}]\}/);
  const last = parts.pop() ?? '';
  return parts.map((part) => fencedFrom(part)).join('') + last;
}

function fencedFrom(part: string): string {
  const start = part.match(/\{[{%][<%]?\s*highlight\s+([\w+#-]+)[^{}]{0,200}[>%]?[%}]\}/);
  if (!start) return part;
  const code = part.slice((start.index ?? 0) + start[0].length).trim();
  return `${part.slice(0, start.index)}\n\`\`\`${start[1]}\n${code}\n\`\`\`\n`;
}

function shown(code: string): string {
  const [first = '', ...rest] = words(code.trim());
  const isInclude = first === 'include' || first === 'include_relative';
  const name = (isInclude ? (rest.shift() ?? '') : first).replace(/^.*\//, '').replace(/\.\w+$/, '');
  const values = namedValues(rest);
  const id = values.id ?? values['0'] ?? '';
  switch (name.toLowerCase()) {
    case 'youtube':
      return frame(`https://www.youtube.com/embed/${id}`, values.title ?? values['1']);
    case 'vimeo':
      return frame(`https://player.vimeo.com/video/${id}`, values.title ?? values['1']);
    case 'tweet':
    case 'twitter':
    case 'x':
      return frame(`https://twitter.com/${values.user ?? 'i'}/status/${id}`, values.title);
    case 'figure':
    case 'img':
    case 'image':
    case 'picture':
      return figure(values.src ?? values.url ?? values.file ?? values['0'] ?? '', values);
    default:
      return '';
  }
}

/** Liquid's output: an address to embed is known, the site's own variables are not, other braces may be the story's words. */
function shownOutput(all: string, output: string): string {
  const embed = output.match(/^"(https?:[^"]+)"\s*\|\s*embed(?::\s*"([^"]*)")?$/);
  if (embed?.[1]) return frame(embed[1], embed[2]);
  return /^(site|page|post|layout)\.[\w.]+(\s*\|.*)?$/.test(output) ? '' : all;
}

function frame(url: string, title = ''): string {
  return `<iframe src="${escapeHtml(url)}" title="${escapeHtml(title)}"></iframe>`;
}

function figure(src: string, { alt = '', caption = '' }: Record<string, string>): string {
  if (!src) return '';
  const words = caption && `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure><img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">${words}</figure>`;
}

function words(code: string): string[] {
  return code.match(/(?:[^\s"'`]|"[^"]*"|'[^']*'|`[^`]*`)+/g) ?? [];
}

/** `a="b"` by its name, a bare value by its position. */
function namedValues(parts: readonly string[]): Record<string, string> {
  let position = 0;
  const entries = parts.map((part): [string, string] => {
    const named = part.match(/^([\w-]+)=(.*)$/s);
    return named ? [named[1] ?? '', unquoted(named[2] ?? '')] : [String(position++), unquoted(part)];
  });
  return Object.fromEntries(entries);
}

function unquoted(value: string): string {
  return value.replace(/^(["'`])(.*)\1$/s, '$2');
}
