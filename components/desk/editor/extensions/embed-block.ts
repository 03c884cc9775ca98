import { Node } from '@tiptap/core';

export interface EmbedAttributes {
  readonly url: string;
  readonly provider: string;
  readonly title: string | null;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    embedBlock: { insertEmbed: (attributes: EmbedAttributes) => ReturnType };
  }
}

/** Something that stays on another site; readers get a link to it, and nothing is loaded from there. */
export const EmbedBlock = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    url: { default: '', parseHTML: (element) => element.dataset.url },
    provider: { default: '', parseHTML: (element) => element.dataset.provider },
    title: { default: null, parseHTML: (element) => element.dataset.title ?? null },
  }),
  parseHTML: () => [{ tag: 'figure[data-url]' }],
  renderHTML({ node }) {
    const { url, provider, title } = node.attrs;
    return ['figure', { 'data-url': url, 'data-provider': provider, 'data-title': title }];
  },
  addCommands() {
    return {
      insertEmbed:
        (attrs) =>
        ({ commands }) =>
          commands.insertContent({ type: this.name, attrs }),
    };
  },
});
