'use client';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';
import type { EmbedAttributes } from './extensions/embed-block.ts';

/** An embed among the words: what it is and where it leads. */
export function EmbedView({ node, selected, deleteNode }: NodeViewProps) {
  const { url, provider, title } = node.attrs as EmbedAttributes;
  return (
    <NodeViewWrapper as="figure" className="story-embed" data-selected={selected} contentEditable={false}>
      <Icon name="external" />
      <span className="min-w-0">
        <span className="story-embed-title">{title || url}</span>
        <span className="story-embed-place">{provider}</span>
      </span>
      <Button look="plain" size="small" shape="icon" aria-label={say('editor.embed.remove')} onClick={deleteNode}>
        <Icon name="close" />
      </Button>
    </NodeViewWrapper>
  );
}
