import { type BlockChange, type BlockRun, compareBlocks, runsOf } from '#features/draft/model-diff-blocks.ts';
import { say } from '#lib/desk-words.ts';
import { Stretches } from './compared.tsx';

/** A text of paragraphs: those that changed with what changed in them, and the others folded away. */
export function ComparedBlocks({ older, newer }: { older: string; newer: string }) {
  return (
    <div className="compared-blocks">
      {runsOf(compareBlocks(older, newer)).map((run, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what two texts have in common has no other name than its place.
        <Run key={place} run={run} />
      ))}
    </div>
  );
}

function Run({ run: { kind, blocks } }: { run: BlockRun }) {
  const shown = blocks.map((block, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    <p key={place} className="compared" data-changed={block.kind === 'changed' || undefined}>
      <Words block={block} />
    </p>
  ));
  if (kind === 'near') return shown;
  return (
    <details className="compared-far">
      <summary>{say('editor.version.far', { count: blocks.length })}</summary>
      <div className="compared-blocks">{shown}</div>
    </details>
  );
}

function Words({ block }: { block: BlockChange }) {
  return block.kind === 'same' ? block.text : <Stretches stretches={block.stretches} />;
}
