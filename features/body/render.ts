import type { Picture } from '#features/media/dto.ts';
import { attributes, escapeHtml } from '#lib/html.ts';
import { type Say, wordsFor } from '#lib/messages.ts';
import { headingAnchors } from './anchors.ts';
import { linkRelation, renderInline } from './render-inline.ts';
import { renderFigure } from './render-picture.ts';
import { renderTable } from './render-table.ts';
import type { Block, BlockOf, BodyDocument, ListItem } from './schema.ts';

/** Raised with every change of what comes out, so that stored HTML of an older renderer is made anew. */
export const RENDERER_VERSION = 1;

export interface RenderOptions {
  /** Our own pictures by asset id. One that is not here (deleted, withdrawn) is left out with its caption. */
  pictures?: ReadonlyMap<string, Picture>;
  /** The site's own address: links that lead there are not marked as external. */
  siteUrl?: string;
  /** The story's (BCP 47): a screen reader is told `Table 1`, `Table 2` in it. */
  language?: string;
}

/** The body as the HTML that readers get, and the version of the renderer that made it. All text in it is escaped. */
export function renderBody(body: BodyDocument, options: RenderOptions = {}): { html: string; version: number } {
  const say = wordsFor(options.language ?? 'en');
  const context: Context = { ...options, say, anchors: headingAnchors(body), tables: 0 };
  return { html: renderBlocks(body.content, context), version: RENDERER_VERSION };
}

interface Context extends RenderOptions {
  say: Say;
  anchors: ReadonlyMap<Block, string>;
  tables: number;
}

function renderBlocks(blocks: readonly Block[], context: Context): string {
  return blocks.map((block) => renderBlock(block, context)).join('');
}

function renderBlock(block: Block, context: Context): string {
  switch (block.type) {
    case 'paragraph':
      return block.content?.length ? `<p>${renderInline(block.content, context.siteUrl)}</p>` : '';
    case 'heading':
      return renderHeading(block, context);
    case 'blockquote':
      return `<blockquote>${renderBlocks(block.content, context)}</blockquote>`;
    case 'bulletList':
      return `<ul>${renderItems(block.content, context)}</ul>`;
    case 'orderedList': {
      const start = block.attrs.start === 1 ? null : block.attrs.start;
      return `<ol${attributes({ start })}>${renderItems(block.content, context)}</ol>`;
    }
    case 'image':
      return renderImage(block, context);
    case 'embed':
      return renderEmbed(block, context);
    case 'table':
      context.tables += 1;
      return renderTable(block, context.say('body.table', { number: context.tables }), (blocks) =>
        renderTight(blocks, context),
      );
    case 'codeBlock':
      return renderCode(block);
    case 'horizontalRule':
      return '<hr>';
    default:
      return block satisfies never;
  }
}

function renderHeading(block: BlockOf<'heading'>, context: Context): string {
  if (!block.content?.length) return '';
  const name = `h${block.attrs.level}`;
  return `<${name}${attributes({ id: context.anchors.get(block) })}>${renderInline(block.content, context.siteUrl)}</${name}>`;
}

function renderItems(items: readonly ListItem[], context: Context): string {
  return items.map((item) => `<li>${renderTight(item.content, context)}</li>`).join('');
}

/** In an item or a cell, a first paragraph that no other follows needs no element of its own. */
function renderTight(blocks: readonly Block[], context: Context): string {
  const [first, ...rest] = blocks;
  if (first?.type !== 'paragraph' || rest.some(({ type }) => type === 'paragraph'))
    return renderBlocks(blocks, context);
  return renderInline(first.content ?? [], context.siteUrl) + renderBlocks(rest, context);
}

function renderImage({ attrs }: BlockOf<'image'>, { pictures }: Context): string {
  const picture = pictures?.get(attrs.assetId);
  if (!picture) return '';
  const { alt, caption, credit } = attrs;
  return renderFigure({
    ...picture,
    alt: alt ?? picture.alt,
    caption: caption ?? picture.caption,
    credit: credit ?? picture.credit,
  });
}

function renderEmbed({ attrs }: BlockOf<'embed'>, { siteUrl }: Context): string {
  const { url, provider, title } = attrs;
  const link = `<a${attributes({ href: url, rel: linkRelation(url, siteUrl) })}>${escapeHtml(title || url)}</a>`;
  return `<figure${attributes({ 'data-embed': provider })}>${link}<figcaption>${escapeHtml(provider)}</figcaption></figure>`;
}

/** Code scrolls sideways, so it can be focused; its lines stand in `<code>`, where HTML keeps a first line end. */
function renderCode({ attrs, content }: BlockOf<'codeBlock'>): string {
  const code = (content ?? []).map(({ text }) => escapeHtml(text)).join('');
  return `<pre tabindex="0"><code${attributes({ 'data-language': attrs.language })}>${code}</code></pre>`;
}
