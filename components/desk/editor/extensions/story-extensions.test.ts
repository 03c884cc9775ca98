import { getSchema } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryBody } from '#features/body/fixtures/arbitrary-body.ts';
import { renderBody } from '#features/body/render.ts';
import { type Block, type BodyDocument, bodyDocument } from '#features/body/schema.ts';
import { storySchema } from './story-extensions.ts';

const schema = getSchema(storySchema);

/** What an editor makes of a body when it opens and saves it. */
function throughEditor(body: BodyDocument): BodyDocument {
  const node = Node.fromJSON(schema, body);
  node.check();
  return bodyDocument.parse(node.toJSON());
}

test('a story that is opened and saved says the same to readers, to the letter', () => {
  fc.assert(
    fc.property(arbitraryBody, (body) => {
      const saved = throughEditor(body);
      expect(renderBody(saved).html).toBe(renderBody(bodyDocument.parse(body)).html);
      expect(throughEditor(saved)).toEqual(saved);
    }),
    { numRuns: 400 },
  );
});

test.for<Block>([
  {
    type: 'image',
    attrs: { assetId: '01890000-0000-7000-8000-000000000001', alt: 'A bridge', caption: null, credit: '' },
  },
  { type: 'embed', attrs: { url: 'https://example.org/film', provider: 'example.org', title: null } },
  { type: 'orderedList', attrs: { start: 4 }, content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
  { type: 'codeBlock', attrs: { language: 'sql' }, content: [{ type: 'text', text: 'select 1;\n' }] },
  {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [{ type: 'tableHeader', attrs: { colspan: 2, rowspan: 1 }, content: [{ type: 'paragraph' }] }],
      },
    ],
  },
  {
    type: 'paragraph',
    content: [
      {
        type: 'text',
        text: 'x',
        marks: [{ type: 'link', attrs: { href: '/news/a' } }, { type: 'code' }],
      },
    ],
  },
])('a block of the kind $type is kept as it is', (block) => {
  const body: BodyDocument = { type: 'doc', content: [block] };
  expect(throughEditor(body)).toEqual(body);
});

test('the editor has the nodes and marks that a story may have, and no others', () => {
  expect(Object.keys(schema.nodes).toSorted()).toEqual([
    'blockquote',
    'bulletList',
    'codeBlock',
    'doc',
    'embed',
    'hardBreak',
    'heading',
    'horizontalRule',
    'image',
    'listItem',
    'orderedList',
    'paragraph',
    'table',
    'tableCell',
    'tableHeader',
    'tableRow',
    'text',
  ]);
  expect(Object.keys(schema.marks).toSorted()).toEqual([
    'bold',
    'code',
    'italic',
    'link',
    'strike',
    'subscript',
    'superscript',
  ]);
});
