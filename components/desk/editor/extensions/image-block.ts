import { Node } from '@tiptap/core';

/** What a picture in a story says about itself; null where the picture's own words are meant. */
export interface ImageAttributes {
  readonly assetId: string;
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    imageBlock: { insertPicture: (assetId: string) => ReturnType };
  }
}

/** A picture of our own by its id. Pictures of other sites are not taken in. */
export const ImageBlock = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    assetId: { default: '', parseHTML: (element) => element.dataset.assetId },
    alt: { default: null, parseHTML: (element) => element.dataset.alt ?? null },
    caption: { default: null, parseHTML: (element) => element.dataset.caption ?? null },
    credit: { default: null, parseHTML: (element) => element.dataset.credit ?? null },
  }),
  parseHTML: () => [{ tag: 'figure[data-asset-id]' }],
  renderHTML({ node }) {
    const { assetId, alt, caption, credit } = node.attrs;
    return ['figure', { 'data-asset-id': assetId, 'data-alt': alt, 'data-caption': caption, 'data-credit': credit }];
  },
  addCommands() {
    return {
      insertPicture:
        (assetId) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs: { assetId, alt: null, caption: null, credit: null } }),
    };
  },
});
