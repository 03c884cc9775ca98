import type { IDependency } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { drawImports, withPicture } from './imports/picture.ts';

const markers = ['<!-- imports: made by `npm run imports:picture` -->', '<!-- /imports -->'] as const;

test('imports of values are lines, imports of types alone are dotted, in the order of the folders', () => {
  const picture = drawImports([
    file('lib/log.ts'),
    file('islands/vote.ts', ['features/vote/model.ts', 'type-only']),
    file('components/card.tsx', ['features/vote/model.ts', 'type-only'], ['features/tag/model.ts']),
    file('features/vote/model.ts', ['lib/log.ts'], ['node_modules/zod/index.js'], ['features/tag/model.ts']),
    file('features/tag/model.ts'),
  ]);
  expect(picture.split('\n')).toEqual([
    '```mermaid',
    'flowchart TD',
    '  islands["islands/"]',
    '  components["components/"]',
    '  features["features/"]',
    '  lib["lib/"]',
    '  islands -.-> features',
    '  components --> features',
    '  features --> lib',
    '```',
  ]);
});

test('what only tests import is not drawn', () => {
  expect(drawImports([file('lib/cache-tags.test.ts', ['features/tag/model.ts'])])).not.toContain('features');
});

test('the picture replaces what stands between the markers and touches nothing else', () => {
  const document = `# Title\n\n${markers.join('\n\nold\n\n')}\n\n## After\n`;
  expect(withPicture(document, 'new')).toBe(`# Title\n\n${markers.join('\n\nnew\n\n')}\n\n## After\n`);
});

test('a document without the markers is refused with the reason', () => {
  expect(() => withPicture('# Title\n', 'new')).toThrow('docs/ARCHITECTURE.md needs the lines');
});

function file(source: string, ...imports: [path: string, type?: 'type-only'][]) {
  const dependencies = imports.map(([resolved, type]) => ({ resolved, dependencyTypes: ['local', type ?? 'import'] }));
  return { source, dependencies: dependencies as IDependency[] };
}
