'use client';
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react';
import { useCurrentPicture } from '#components/desk/pictures/use-current-picture.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';
import type { ImageAttributes } from './extensions/image-block.ts';

/** A picture among the words, with what this story says about it in place of the picture's own words. */
export function ImageView({ node, selected, deleteNode, updateAttributes, editor }: NodeViewProps) {
  const attributes = node.attrs as ImageAttributes;
  const known = useCurrentPicture(attributes.assetId, null);
  const picture = known?.picture;
  const field = (name: 'alt' | 'caption' | 'credit') => (
    <Field
      label={say(`editor.picture.${name}`)}
      value={attributes[name] ?? ''}
      placeholder={known?.[name] || undefined}
      error={name === 'alt' && known && !attributes.alt && !known.alt ? say('editor.picture.needsAlt') : undefined}
      disabled={!editor.isEditable}
      onChange={(event) => updateAttributes({ [name]: event.target.value || null })}
      maxLength={2000}
    />
  );
  return (
    <NodeViewWrapper
      as="figure"
      className="story-picture"
      data-picture={attributes.assetId}
      data-selected={selected}
      contentEditable={false}
    >
      <div className="story-picture-frame" data-drag-handle>
        {picture ? (
          <img src={picture.fallback} alt="" width={picture.width} height={picture.height} draggable={false} />
        ) : (
          <p className="story-picture-wait">
            {known === null ? say('media.gone') : (known?.problem ?? say('editor.picture.wait'))}
          </p>
        )}
        <Button
          size="small"
          shape="icon"
          className="story-picture-remove"
          aria-label={say('editor.picture.remove')}
          onClick={deleteNode}
        >
          <Icon name="close" />
        </Button>
      </div>
      <div className="story-picture-words">
        {field('alt')}
        {field('caption')}
        {field('credit')}
      </div>
    </NodeViewWrapper>
  );
}
